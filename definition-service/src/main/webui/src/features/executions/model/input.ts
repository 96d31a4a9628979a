import type { JobView } from '@/api/queries/executions';
import { isWithin, parsePath } from './path';

/** What a template's path may be looked up in: everything the record of an execution tells. */
interface Told {
  context?: unknown;
  jobs: readonly JobView[];
}

const TEMPLATE = /\{\{\s*([^{}]+?)\s*\}\}/g;
const WHOLE = /^\{\{\s*([^{}]+?)\s*\}\}$/;
const ABSENT = Symbol('absent');
type Found = unknown | typeof ABSENT;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function descend(value: unknown, names: readonly string[]): Found {
  const [name, ...rest] = names;
  if (name === undefined) return value;
  if (Array.isArray(value)) {
    if (name === 'length') return descend(value.length, rest);
    if (/^\d+$/.test(name)) return Number(name) < value.length ? descend(value[Number(name)], rest) : ABSENT;
    return value.map((element: unknown) => {
      const found = descend(element, names);
      return found === ABSENT ? null : found;
    });
  }
  if (isObject(value)) return Object.hasOwn(value, name) ? descend(value[name], rest) : ABSENT;
  return ABSENT;
}

function sequence(job: JobView): number {
  return Number(job.id.slice(job.id.lastIndexOf('.') + 1));
}

/** The newest result of the node that the job could see: made before it, at its place or around it. */
function resultOf(record: Told, job: JobView, nodeKey: string): Found {
  for (let i = record.jobs.length - 1; i >= 0; i--) {
    const other = record.jobs[i];
    if (other?.nodeKey === nodeKey && sequence(other) < sequence(job) && isWithin(job.path, other.path)) {
      return other.result ?? null;
    }
  }
  return ABSENT;
}

/** What a loop offers in a pass, as far as the record tells: the elements are not in it. */
function scopeOf(job: JobView, loopKey: string, names: readonly string[]): Found {
  const pass = parsePath(job.path).find((one) => one.loopKey === loopKey);
  if (!pass || names.length !== 1) return ABSENT;
  if (names[0] === 'index') return pass.index;
  return names[0] === 'sequence' ? pass.index + 1 : ABSENT;
}

function look(record: Told, job: JobView, template: string): Found {
  const [root, ...names] = (template.split(':')[0] ?? '')
    .trim()
    .replace(/^ctx\./, '')
    .split('.');
  if (root === '$context') return descend(record.context, names);
  const [key = '', ...rest] = names;
  if (root === '$scopes') return scopeOf(job, key, rest);
  if (root !== '$jobsMapByNodeKey') return ABSENT;
  const result = resultOf(record, job, key);
  return result === ABSENT ? ABSENT : descend(result, rest);
}

function asText(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
}

/**
 * A node's configuration with the values that its job met filled in, as far as the execution's record tells them; other templates (secrets,
 * system variables, elements of loops) stay as they are.
 */
export function jobInput(config: unknown, record: Told, job: JobView): unknown {
  if (typeof config === 'string') {
    const whole = WHOLE.exec(config);
    if (whole?.[1]) {
      const found = look(record, job, whole[1]);
      return found === ABSENT ? config : found;
    }
    return config.replace(TEMPLATE, (template, path: string) => {
      const found = look(record, job, path);
      return found === ABSENT ? template : asText(found);
    });
  }
  if (Array.isArray(config)) return config.map((element: unknown) => jobInput(element, record, job));
  if (!isObject(config)) return config;
  return Object.fromEntries(Object.entries(config).map(([name, value]) => [name, jobInput(value, record, job)]));
}
