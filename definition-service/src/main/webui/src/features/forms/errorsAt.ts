import type { FieldError } from '@/api/problem';

/** The errors to show at a field: its own, and those within it where it has no fields to show them at. */
export function errorsAt(errors: readonly FieldError[], pointer: string, reach: 'exact' | 'below'): FieldError[] {
  return errors.filter(
    (error) => error.pointer === pointer || (reach === 'below' && error.pointer.startsWith(`${pointer}/`)),
  );
}

/** The errors of a document that belong to one part of it, with pointers from there. */
export function errorsBelow(errors: readonly FieldError[], prefix: string): FieldError[] {
  return errors
    .filter((error) => error.pointer === prefix || error.pointer.startsWith(`${prefix}/`))
    .map((error) => ({ ...error, pointer: error.pointer.slice(prefix.length) }));
}
