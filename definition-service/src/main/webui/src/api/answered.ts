/**
 * What an answer really holds: OpenAPI calls every property optional, but the services always send those named `Present`; the others may
 * be null.
 */
export type Answered<T, Present extends keyof T> = { [K in Present]-?: NonNullable<T[K]> } & {
  [K in Exclude<keyof T, Present>]?: T[K] | null;
};

/** A schema whose JSON values, which OpenAPI cannot describe, are any value. */
export type WithJson<T, Json extends PropertyKey> = Omit<T, Json> & { [K in Json]?: unknown };
