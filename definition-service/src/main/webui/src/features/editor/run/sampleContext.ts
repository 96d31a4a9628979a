import type { JsonSchema } from '../model/descriptors';
import type { Json, JsonObject } from '../model/document';
import type { RecordField } from '../model/variables';

/** A context such as the trigger writes, to begin with: its schema's examples, and one value of each field's type. */
export function sampleContext(
  schema: JsonSchema | null,
  config: JsonObject,
  fields: (collection: string) => RecordField[],
): Json {
  return schema ? sampleOf(schema, config, fields) : {};
}

function sampleOf(schema: JsonSchema, config: JsonObject, fields: (collection: string) => RecordField[]): Json {
  const given = schema.examples?.[0] ?? schema.default ?? schema.const ?? schema.enum?.[0];
  if (given !== undefined) return given;
  if (schema['x-ui'] === 'record') {
    const collection = config['collection'];
    return record(typeof collection === 'string' ? fields(collection) : []);
  }
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (schema.properties || type === 'object') {
    const entries = Object.entries(schema.properties ?? {});
    return Object.fromEntries(entries.map(([name, field]) => [name, sampleOf(field, config, fields)]));
  }
  return BY_TYPE[type ?? ''] ?? {};
}

const BY_TYPE: Record<string, Json> = { string: '', integer: 0, number: 0, boolean: false, array: [], null: null };

function record(fields: RecordField[]): Json {
  return Object.fromEntries(fields.map(({ name, type }) => [name, BY_FIELD[type] ?? '']));
}

const BY_FIELD: Record<string, Json> = {
  INTEGER: 1,
  BIG_INTEGER: 1,
  DECIMAL: 1.5,
  BOOLEAN: true,
  DATE: '2026-01-31',
  TIME: '12:00:00',
  DATE_TIME: '2026-01-31T12:00:00Z',
  LOCAL_DATE_TIME: '2026-01-31T12:00:00',
  UUID: '00000000-0000-0000-0000-000000000000',
  JSON: {},
  ARRAY: [],
  OTHER: null,
};
