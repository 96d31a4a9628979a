import { functionsOf } from './functions';

export interface ExpressionFault {
  code: 'unclosed' | 'unopened' | 'unknownFunction' | 'brokenTemplate';
  from: number;
  to: number;
  /** The sign or the name it is about. */
  text: string;
}

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * What is surely wrong in an expression, found without asking a service: brackets without their other half, and calls of functions nobody
 * has. Names beyond the listed ones exist (the services fall back on the original libraries), so an unknown function is only told where
 * its name differs from a listed one in nothing but case.
 */
export function lintExpression(source: string, engine: string): ExpressionFault[] {
  const code = blanked(source);
  return [...brackets(code), ...misspelt(code, engine)].sort((a, b) => a.from - b.from);
}

/** Templates and quoted texts become blanks of the same length: positions stay. */
function blanked(source: string): string {
  return source.replace(/\{\{[^{}]*\}\}|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`/g, (text) =>
    ' '.repeat(text.length),
  );
}

function brackets(code: string): ExpressionFault[] {
  const open: { sign: string; at: number }[] = [];
  const faults: ExpressionFault[] = [];
  [...code].forEach((sign, at) => {
    if ('([{'.includes(sign)) open.push({ sign, at });
    const other = PAIRS[sign];
    if (other === undefined) return;
    if (open.at(-1)?.sign === other) open.pop();
    else faults.push({ code: 'unopened', from: at, to: at + 1, text: sign });
  });
  return [
    ...faults,
    ...open.map(({ sign, at }): ExpressionFault =>
      code.slice(at, at + 2) === '{{'
        ? { code: 'brokenTemplate', from: at, to: at + 2, text: '{{' }
        : { code: 'unclosed', from: at, to: at + 1, text: sign },
    ),
  ];
}

function misspelt(code: string, engine: string): ExpressionFault[] {
  const names = functionsOf(engine).map((known) => known.name);
  return [...code.matchAll(/([A-Za-z_]\w*)\s*\(/g)].flatMap((call): ExpressionFault[] => {
    const name = call[1] ?? '';
    const meant = names.find((known) => known.toLowerCase() === name.toLowerCase());
    return meant === undefined || names.includes(name)
      ? []
      : [{ code: 'unknownFunction', from: call.index, to: call.index + name.length, text: meant }];
  });
}
