// Asks the real math.js what it makes of every case and writes the answers down: `npm run oracle:math` in src/main/js.
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import '../../main/js/mathjs.js'
import { groups, values } from './math-cases.mjs'

const { docs, parse } = createRequire(new URL('../../main/js/', import.meta.url))('mathjs')

const names = JSON.stringify(Object.keys(values).map(name => '$$' + name))
const bound = JSON.stringify({ $$missing: null, ...Object.fromEntries(Object.entries(values).map(([name, value]) => ['$$' + name, value])) })

const answer = expression => {
  const run = globalThis.original.compile(expression.replace(/{{(\w+)}}/g, '$$$$$1'), names)
  const { value, name } = JSON.parse(typeof run === 'string' ? run : run(bound))
  return name === undefined ? { value } : { error: name }
}

const rows = groups.flatMap(group => group.cases.map(expression => ({
  group: group.name,
  ...(group.native ? { native: true } : {}),
  ...(group.original ? { original: true } : {}),
  expression,
  ...answer(expression)
})))

const parses = expression => {
  try {
    return parse(expression) !== undefined
  } catch {
    return false
  }
}

/** The library's own examples, whole and cut off: what is grammar and what is not. */
const examples = [...new Set(Object.values(docs).flatMap(doc => doc.examples ?? []))]
const grammar = examples
  .flatMap((example, index) => [example, example.slice(0, 1 + index % Math.max(1, example.length - 1))])
  .map(expression => ({ expression, valid: parses(expression) }))

const target = new URL('../resources/dev/millrace/expressions/mathjs/oracle.json', import.meta.url)
const table = list => '[\n' + list.map(row => JSON.stringify(row)).join(',\n') + '\n]'
writeFileSync(target, `{"library": "mathjs 15.2.0", "values": ${JSON.stringify(values)}, "rows": ${table(rows)}, "grammar": ${table(grammar)}}\n`)
console.log(`${rows.length} rows, ${rows.filter(row => row.error).length} of them errors; ${grammar.length} sources`)
