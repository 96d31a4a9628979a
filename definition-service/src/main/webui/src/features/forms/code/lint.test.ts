import { lintExpression } from './lint';
import { functionsOf } from './functions';
import en from '@/i18n/locales/en/functions.json';

describe('the check of an expression', () => {
  it.each([
    ['round({{$context.price}} * 2', 'unclosed', 5],
    ['1 + 2)', 'unopened', 5],
    ['{{$context.a', 'brokenTemplate', 0],
    ['Round(1.5)', 'unknownFunction', 0],
  ])('should find what is wrong in %s', (source, code, from) => {
    expect(lintExpression(source, 'math.js')[0]).toMatchObject({ code, from });
  });

  it.each(['round({{$context.price}} * 2, 2)', 'concat(\'(\', "]")', '{a: [1, 2]}.a', 'besselJ(1)', ''])(
    'should find nothing in %s',
    (source) => {
      expect(lintExpression(source, 'math.js')).toEqual([]);
    },
  );

  it.each([
    ['math.js', en.mathjs],
    ['formula.js', en.formulajs],
  ])('should have a help text for each function of %s', (engine, texts) => {
    expect(
      functionsOf(engine)
        .map((known) => known.name)
        .sort(),
    ).toEqual(Object.keys(texts).sort());
  });
});
