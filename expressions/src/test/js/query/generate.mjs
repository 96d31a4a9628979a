// Writes what the originals answer: {language, query, answer} or {language, query, error: true}. A value of undefined is null, as in a job.
import { writeFileSync } from 'node:fs';
import jmespath from 'jmespath';
import jsonata from 'jsonata';
import { JSONPath } from 'jsonpath-plus';
import { queries, source } from './cases.mjs';

const ask = {
  jmespath: (query) => jmespath.search(source, query),
  jsonpathplus: (query) => JSONPath({ path: query, json: source, wrap: false }),
  jsonata: (query) => jsonata(query).evaluate(source),
};

const cases = [];
for (const [language, texts] of Object.entries(queries)) {
  for (const query of texts) {
    try {
      const answer = await ask[language](query);
      cases.push({ language, query, answer: JSON.parse(JSON.stringify(answer ?? null)) });
    } catch {
      cases.push({ language, query, error: true });
    }
  }
}
const target = new URL('../../resources/dev/millrace/expressions/query/oracle.json', import.meta.url);
writeFileSync(target, `{"source": ${JSON.stringify(source)},\n "cases": [\n${cases.map((one) => JSON.stringify(one)).join(',\n')}]}\n`);
console.log(`${cases.length} cases`);
