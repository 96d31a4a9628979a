// What Maven calls: `node maven.mjs build|check <folder of the module's build> <version>`. Either does nothing when no source has changed
// since it last succeeded, so that a build of Java alone costs milliseconds here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const [task, target] = [process.argv[2], resolve(process.argv[3] ?? join(here, '../../../target'))];
const pages = join(target, 'classes/META-INF/resources');

const tasks = {
  build: { scripts: ['build'], done: () => existsSync(join(pages, 'index.html')) },
  check: { scripts: ['lint', 'test'], done: () => true },
};

const read = (path) => readFileSync(path, 'utf8');
const unlisted = new Set(['node_modules', 'test-results', 'playwright-report', 'schema.d.ts']);

function sources(folder) {
  return readdirSync(folder)
    .filter((name) => !unlisted.has(name) && !name.endsWith('.tsbuildinfo'))
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? sources(path) : [path]));
}

function fingerprint() {
  const sum = createHash('sha256');
  for (const file of sources(here))
    sum.update(relative(here, file)).update('\0').update(readFileSync(file)).update('\0');
  return sum.digest('hex');
}

// Dates say nothing after a checkout, so it is the versions that are compared.
function installed() {
  const list = join(here, 'node_modules/.package-lock.json');
  if (!existsSync(list)) return false;
  const have = JSON.parse(read(list)).packages;
  return Object.entries(JSON.parse(read(join(here, 'package-lock.json'))).packages).every(
    ([path, wanted]) => path === '' || wanted.optional || have[path]?.version === wanted.version,
  );
}

function npm(...words) {
  const windows = process.platform === 'win32';
  const run = spawnSync(windows ? 'npm.cmd' : 'npm', [...words, '--loglevel=error'], {
    cwd: here,
    encoding: 'utf8',
    shell: windows,
    env: { ...process.env, MILLRACE_WEB_OUT: pages, MILLRACE_VERSION: process.argv[4] ?? 'development' },
  });
  if (run.status === 0) return;
  process.stderr.write(`${run.stdout ?? ''}${run.stderr ?? ''}${run.error ?? ''}\n`);
  process.stderr.write(`Expected "npm ${words.join(' ')}" to succeed, but it failed: see its output above\n`);
  process.exit(1);
}

const wanted = tasks[task];
if (!wanted) throw new Error(`Expected one of ${Object.keys(tasks).join(', ')}, but got ${task}`);
const stamp = join(target, `webui-${task}.sha256`);
const now = fingerprint();
if (!existsSync(stamp) || read(stamp) !== now || !wanted.done()) {
  if (!installed()) npm('ci', '--ignore-scripts');
  // Written by the build; the checks need it too.
  if (task === 'check') npm('run', 'api');
  wanted.scripts.forEach((script) => npm('run', script));
  mkdirSync(target, { recursive: true });
  writeFileSync(stamp, now);
}
