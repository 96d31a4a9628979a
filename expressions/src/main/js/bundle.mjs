// Bundles each original with its entry point into one script without imports. Run by the Maven build with the output folder
// as its argument; does nothing while sources and lock file are those of the last run.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const out = resolve(process.argv[2] ?? join(here, '../../../target/classes/dev/millrace/expressions/js'))
const originals = ['mathjs', 'formulajs']
const read = file => readFileSync(join(here, file))
const hash = files => files.reduce((sum, file) => sum.update(read(file)), createHash('sha256')).digest('hex')
const holds = (file, text) => existsSync(file) && readFileSync(file, 'utf8') === text

const lock = hash(['package-lock.json'])
const everything = hash(['package-lock.json', 'bundle.mjs', 'harden.js', 'answer.js', ...originals.map(name => `${name}.js`)])
const installed = join(here, 'node_modules/.installed')
const bundled = join(out, 'bundled')

if (holds(bundled, everything) && originals.every(name => existsSync(join(out, `${name}.js`)))) process.exit(0)

if (!holds(installed, lock)) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const run = spawnSync(npm, ['ci', '--ignore-scripts', '--loglevel=error'], { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' })
  if (run.status !== 0) throw new Error('Expected npm to install the packages of package-lock.json, but it failed: see its output above')
  writeFileSync(installed, lock)
}

const { build } = await import('esbuild')
mkdirSync(out, { recursive: true })
for (const name of originals) {
  await build({
    entryPoints: [join(here, `${name}.js`)],
    outfile: join(out, `${name}.js`),
    bundle: true,
    minify: true,
    keepNames: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'linked'
  })
}
writeFileSync(bundled, everything)
