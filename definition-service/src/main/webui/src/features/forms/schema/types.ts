/** What of JSON Schema the descriptors use, and their hints (docs/ui-hints.md). */
export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string | string[];
  title?: string;
  description?: string;
  default?: unknown;
  examples?: unknown[];
  enum?: unknown[];
  const?: unknown;
  oneOf?: Schema[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  'x-ui'?: string;
  'x-template'?: boolean;
  'x-templates-when'?: Record<string, unknown> | false;
  'x-visible-when'?: Record<string, unknown>;
  'x-enum-titles'?: string[];
  'x-placeholder'?: string;
  'x-language'?: string;
  'x-sample-target'?: string;
  'x-advanced'?: boolean;
}

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
