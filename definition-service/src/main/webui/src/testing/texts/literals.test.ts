import ts from 'typescript';
import { literalsIn } from './literals';
import { sources } from './sources';

const parse = (code: string) => ts.createSourceFile('a.tsx', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);

describe('texts in the code', () => {
  it.each([
    ['<p>Hello there</p>'],
    ['<p>{"Hello"}</p>'],
    ['<p>{ready ? t("a") : "Hello"}</p>'],
    ['<p>{name || "Nobody"}</p>'],
    ['<p>{`Hello ${name}`}</p>'],
    ['<input placeholder="Search" />'],
    ['<a aria-label={wide ? "Wide" : t("a")} />'],
    ['const column = { title: "Name" }'],
    ['<p>你好</p>'],
  ])('should be found: %s', (code) => {
    expect(literalsIn(parse(code))).toHaveLength(1);
  });

  it.each([
    ['<p>{t("a.b")}</p>'],
    ['<p className="wide">{name}</p>'],
    ['<span>·</span>'],
    ['<input type="search" aria-label={t("x")} />'],
    ['<p>{kind === "wide" ? t("a") : t("b")}</p>'],
    ['<p>{`${a} / ${b}`}</p>'],
    ['const node = { type: "Name", title: "" }'],
  ])('should not be suspected: %s', (code) => {
    expect(literalsIn(parse(code))).toEqual([]);
  });

  it('should not be in the product', () => {
    expect(sources().flatMap(literalsIn)).toEqual([]);
  });
});
