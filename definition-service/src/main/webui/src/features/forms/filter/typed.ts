const NUMBERS = new Set(['INTEGER', 'BIG_INTEGER', 'DECIMAL']);

/**
 * A text as a value of a field's type: `5` for a number field becomes the number. What is none, a variable for one, stays a text; so do
 * numbers that a double would not hold exactly.
 */
export function typed(value: unknown, fieldType: string | undefined): unknown {
  if (typeof value !== 'string') return value;
  if (fieldType === 'BOOLEAN' && (value === 'true' || value === 'false')) return value === 'true';
  if (fieldType === undefined || !NUMBERS.has(fieldType)) return value;
  const number = Number(value);
  return value.trim() !== '' && String(number) === value ? number : value;
}
