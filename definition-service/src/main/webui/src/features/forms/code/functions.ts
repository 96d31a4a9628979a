export interface ExpressionFunction {
  name: string;
  /** What stands between its brackets: `x, decimals`. */
  parameters: string;
}

/** The functions that are offered, by language. Both libraries have more; these are the ones that run without the original library, and are asked for. */
const MATHJS = `
  abs(x); add(x, y); subtract(x, y); multiply(x, y); divide(x, y); mod(x, y); pow(x, y); sqrt(x); cbrt(x);
  nthRoot(x, n); exp(x); log(x, base); log10(x); log2(x); round(x, decimals); ceil(x, decimals);
  floor(x, decimals); fix(x, decimals); sign(x); gcd(a, b); lcm(a, b); factorial(n); combinations(n, k);
  permutations(n, k); sum(values); prod(values); mean(values); median(values); mode(values); max(values);
  min(values); std(values); variance(values); cumsum(values); count(value); size(value); range(start, end, step);
  sort(list); setDistinct(list); setUnion(a, b); setIntersect(a, b); setDifference(a, b); equal(x, y);
  unequal(x, y); larger(x, y); largerEq(x, y); smaller(x, y); smallerEq(x, y); equalText(x, y); deepEqual(x, y);
  and(x, y); or(x, y); xor(x, y); not(x); concat(a, b); format(value, precision); number(value); string(value);
  boolean(value); typeOf(value); isInteger(x); isNaN(x); isPositive(x); isNegative(x); isZero(x); sin(x); cos(x);
  tan(x)`;

const FORMULAJS = `
  ABS(number); AND(a, b); OR(a, b); NOT(value); XOR(a, b); IF(test, then, else); IFS(test1, value1, test2, value2);
  SWITCH(value, case1, result1, default); IFERROR(value, fallback); IFNA(value, fallback); CHOOSE(index, a, b);
  SUM(values); SUMIF(range, criterion, sumRange); SUMPRODUCT(a, b); SUMSQ(values); PRODUCT(values);
  AVERAGE(values); AVERAGEIF(range, criterion); COUNT(values); COUNTA(values); COUNTBLANK(values);
  COUNTIF(range, criterion); MAX(values); MIN(values); MEDIAN(values); LARGE(list, k); SMALL(list, k);
  ROUND(number, digits); ROUNDUP(number, digits); ROUNDDOWN(number, digits); CEILING(number, significance);
  FLOOR(number, significance); INT(number); TRUNC(number, digits); MOD(number, divisor); QUOTIENT(a, b);
  POWER(base, exponent); SQRT(number); EXP(number); LN(number); LOG(number, base); SIGN(number); CONCATENATE(a, b);
  CONCAT(a, b); TEXTJOIN(delimiter, skipEmpty, values); LEFT(text, count); RIGHT(text, count);
  MID(text, start, count); LEN(text); LOWER(text); UPPER(text); PROPER(text); TRIM(text);
  SUBSTITUTE(text, old, new); REPLACE(text, start, count, new); FIND(search, text); SEARCH(search, text);
  EXACT(a, b); REPT(text, count); TEXT(value, format); VALUE(text); FIXED(number, decimals); NOW(); TODAY();
  DATE(year, month, day); DATEVALUE(text); YEAR(date); MONTH(date); DAY(date); HOUR(time); MINUTE(time);
  SECOND(time); WEEKDAY(date, type); ISOWEEKNUM(date); DAYS(end, start); EDATE(date, months);
  EOMONTH(date, months); NETWORKDAYS(start, end); WORKDAY(start, days); INDEX(list, row, column);
  MATCH(value, list, type); VLOOKUP(value, table, column); UNIQUE(list); ISBLANK(value); ISNUMBER(value);
  ISTEXT(value); ISERROR(value); ISEVEN(number); ISODD(number)`;

function listed(text: string): readonly ExpressionFunction[] {
  return [...text.matchAll(/(\w+)\(([^)]*)\)/g)].map((found) => ({ name: found[1] ?? '', parameters: found[2] ?? '' }));
}

const OF_ENGINE: Readonly<Record<string, readonly ExpressionFunction[]>> = {
  'math.js': listed(MATHJS),
  'formula.js': listed(FORMULAJS),
};

/** What each of them does is in the texts `functions:<engine without its dot>.<name>`. */
export function functionsOf(engine: string): readonly ExpressionFunction[] {
  return OF_ENGINE[engine] ?? [];
}
