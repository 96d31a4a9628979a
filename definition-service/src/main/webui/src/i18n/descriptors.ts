/**
 * Types are announced by the services in English. Here are their texts in other languages: each by its English words, the help of a type by
 * `help <type>`. What has no text here, a type of somebody else for one, stays as it was announced.
 */
const files = import.meta.glob<Record<string, string>>('./descriptors/*.json', { eager: true, import: 'default' });

/** The words of a schema that people read. */
const READ = new Set(['title', 'description', 'x-enum-titles']);

interface Described {
  type: string;
  help: string;
  example: unknown;
}

/** A descriptor in a language. */
export function inLanguage<T extends Described>(descriptor: T, language: string): T {
  const texts = files[`./descriptors/${language}.json`];
  if (!texts) return descriptor;
  const { example, ...rest } = descriptor;
  const help = texts[`help ${descriptor.type}`] ?? descriptor.help;
  return { ...(translated(rest, texts) as T), help, example };
}

function translated(value: unknown, texts: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((item) => translated(item, texts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [
      name,
      READ.has(name) ? read(inside, texts) : translated(inside, texts),
    ]),
  );
}

/** A field of a config may be called `title`, too: then its schema stands there. */
function read(value: unknown, texts: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return texts[value] ?? value;
  if (Array.isArray(value)) return value.map((item: unknown) => read(item, texts));
  return translated(value, texts);
}
