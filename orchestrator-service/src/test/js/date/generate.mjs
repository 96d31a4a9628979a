// Evaluates every case with Day.js under Node, once in each time zone, and writes the table that DateOracleTest reads.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import dayjs from 'dayjs';
import advancedFormat from 'dayjs/plugin/advancedFormat.js';
import isoWeek from 'dayjs/plugin/isoWeek.js';
import isLeapYear from 'dayjs/plugin/isLeapYear.js';
import quarterOfYear from 'dayjs/plugin/quarterOfYear.js';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import weekOfYear from 'dayjs/plugin/weekOfYear.js';
import weekYear from 'dayjs/plugin/weekYear.js';

[utc, timezone, isoWeek, quarterOfYear, weekOfYear, weekYear, isLeapYear, advancedFormat].forEach((plugin) => dayjs.extend(plugin));

const target = new URL('../../resources/dev/millrace/orchestrator/engine/node/date/oracle.json', import.meta.url);
const dates = ['2024-01-31T10:00:00.000Z', '2024-02-29T23:59:59.999Z', '2025-03-09T06:30:00.000Z', '2025-11-02T05:30:07.120Z', '2025-03-10T21:58:47.995Z', '1969-07-20T20:17:40.001Z', '2026-12-31T12:00:00.000Z', '2027-01-01T00:00:00.000Z'];
const units = ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second', 'millisecond'];
const formats = ['YYYY-MM-DD', 'YY M D H h m s', 'MMM MMMM Do', 'd dd ddd dddd', 'HH:mm:ss.SSS', 'hh:mm A a', 'Z ZZ', 'Q [Q]', 'w ww wo', 'W WW', 'gggg GGGG', 'X x', 'k kk', '[today is] dddd', '', 'z', 'zzz', 'plain: ,/', 'YYYY[年]MM[月]'];

function run() {
  const rows = [];
  const row = (input, steps, result) => rows.push({ input, steps, result: dayjs.isDayjs(result) ? result.toISOString() : result });
  for (const input of dates) {
    const at = dayjs(input);
    for (const unit of units) {
      [1, -14, 2.5, '3'].forEach((number) => row(input, [{ function: 'add', arguments: { number, unit } }], at.add(number, unit)));
      [1, 1.5].forEach((number) => row(input, [{ function: 'subtract', arguments: { number, unit } }], at.subtract(number, unit)));
      row(input, [{ function: 'startOfTime', arguments: { unit } }], at.startOf(unit === 'week' ? 'isoWeek' : unit));
      row(input, [{ function: 'endOfTime', arguments: { unit } }], at.endOf(unit === 'week' ? 'isoWeek' : unit));
      for (const date of [dates[0], dates[1], dates[4], '2025-06-01']) {
        row(input, [{ function: 'diff', arguments: { date, unit } }], at.diff(dayjs(date), unit, true));
      }
      const got = { week: at.day(), day: at.date(), month: at.month() + 1 }[unit] ?? at.get(unit);
      row(input, [{ function: 'get', arguments: { unit } }], unit === 'quarter' ? at.quarter() : got);
    }
    row(input, [{ function: 'isLeapYear' }], at.isLeapYear());
    row(input, [{ function: 'toTimestamp' }], at.unix());
    // Node has no names for the zones of old dates.
    for (const format of formats.filter((one) => !one.startsWith('z') || at.year() > 2000)) {
      row(input, [{ function: 'format', arguments: { format } }], at.format(format));
      // Day.js shifts the instant of a date in another zone (X, x), and takes the offset from the server's summer time.
      const zones = process.env.TZ === 'UTC' && !format.startsWith('X') ? ['Asia/Tokyo', 'America/New_York', 'Asia/Kolkata'] : [];
      for (const zone of zones) {
        row(input, [{ function: 'changeTimezone', arguments: { timezone: zone } }, { function: 'format', arguments: { format } }], at.tz(zone).format(format));
      }
    }
  }
  for (const text of ['2025-03-10', '2025/3/1', '20250310', '2025-03-10 21:58', '2025-03-10T21:58:47', '2025-03-10T21:58:47.500', '2025', '2025-03', '2025-03-10T21:58:47+08:00', '2025-03-10T21:58:47.123456Z', '2025-03-10T21:58Z', 'Mon, 10 Mar 2025 21:58:47 GMT']) {
    row(text, [], dayjs(text));
  }
  row(1741643927995, [], dayjs(1741643927995));
  return rows;
}

if (process.argv[2] === 'zone') {
  process.stdout.write(JSON.stringify(run()));
} else {
  const rows = ['UTC', 'America/New_York'].flatMap((zone) => {
    const output = execFileSync(process.execPath, [fileURLToPath(import.meta.url), 'zone'], { env: { ...process.env, TZ: zone }, maxBuffer: 1 << 26 });
    return JSON.parse(output).map((one) => ({ zone, ...one }));
  });
  writeFileSync(target, `[\n${rows.map((one) => JSON.stringify(one)).join(',\n')}]\n`);
  console.log(`${rows.length} rows`);
}
