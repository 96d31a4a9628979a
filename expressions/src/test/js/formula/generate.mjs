// Evaluates every case with the real library under Node and writes the table that OracleTest reads.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as formula from '@formulajs/formulajs';
import { cases, variables, zones } from './cases.mjs';

const target = new URL('../../resources/dev/millrace/expressions/formulajs/oracle.json', import.meta.url);
const clock = Date.parse('2024-05-17T09:30:00.000Z');

function freezeClock() {
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...args) {
      super(...(args.length === 0 ? [clock] : args));
    }

    static now() {
      return clock;
    }
  };
}

function containsError(value) {
  if (value instanceof Error) {
    return value.message;
  }
  const inside = value !== null && typeof value === 'object' && !(value instanceof Date) ? Object.values(value) : [];
  return inside.map(containsError).find((code) => code !== undefined);
}

function evaluate(expression) {
  const paths = [];
  const text = expression.replace(/\{\{\s*([\w$.-]+)\s*\}\}/g, (whole, path) => {
    const known = paths.indexOf(path);
    return `v$${known < 0 ? paths.push(path) - 1 : known}`;
  });
  const values = paths.map((path) => path.split('.').reduce((at, key) => at?.[key], variables) ?? null);
  const parameters = [...Object.keys(formula), ...paths.map((path, i) => `v$${i}`)];
  try {
    const run = new Function(...parameters, `return (${text}\n)`);
    const value = run(...Object.values(formula), ...values.map((one) => structuredClone(one)));
    const error = containsError(value);
    return error === undefined ? { value: value === undefined ? null : value } : { error };
  } catch (thrown) {
    return { error: thrown.name };
  }
}

if (process.argv[2] === 'zone') {
  freezeClock();
  const rows = cases.map((expression) => ({ expression, ...evaluate(expression) }));
  process.stdout.write(JSON.stringify(rows));
} else {
  const rows = zones.flatMap((zone, index) => {
    const env = { ...process.env, TZ: zone };
    const output = execFileSync(process.execPath, [fileURLToPath(import.meta.url), 'zone'], { env, maxBuffer: 1 << 26 });
    return JSON.parse(output)
      .map((row) => ({ zone, ...row }))
      .filter((row) => index === 0 || /DATE|DAY|MONTH|YEAR|HOUR|MINUTE|SECOND|TIME|NOW|WEEK|Date|TEXT/.test(row.expression));
  });
  const header = { library: '@formulajs/formulajs 4.4.9', clock: new Date(clock).toISOString(), variables };
  const body = rows.map((row) => JSON.stringify(row)).join(',\n');
  writeFileSync(target, `{"header": ${JSON.stringify(header)},\n"rows": [\n${body}\n]}\n`);
  console.log(`${rows.length} rows`);
}
