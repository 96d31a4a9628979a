/** The same rule as the services' reader of templates (docs/concepts.md): other characters between the braces are plain text. */
const BODY = String.raw`\{\{([\w\s:\-+.,@/()?=*$]+)\}\}`;
const WHOLE = new RegExp(`^${BODY}$`);

export interface Template {
  from: number;
  to: number;
  /** The path without its default. */
  path: string;
  /** The text after the colon; absent without one. */
  fallback?: string;
}

/** Whether a value is a text that is exactly one template: then it keeps the type of the variable. */
export function isWholeTemplate(value: unknown): value is string {
  return typeof value === 'string' && WHOLE.test(value);
}

export function templatesIn(text: string): Template[] {
  return [...text.matchAll(new RegExp(BODY, 'g'))].map((match) => {
    const body = match[1] ?? '';
    const colon = body.indexOf(':');
    const path = (colon < 0 ? body : body.slice(0, colon)).trim().replace(/^ctx\./, '');
    const place = { from: match.index, to: match.index + match[0].length, path };
    return colon < 0 ? place : { ...place, fallback: body.slice(colon + 1) };
  });
}

export function templateOf(path: string): string {
  return `{{${path}}}`;
}

/** Every path that any text of a value names, in order of appearance, each once. */
export function pathsIn(value: unknown): string[] {
  const found = new Set<string>();
  const visit = (part: unknown) => {
    if (typeof part === 'string') templatesIn(part).forEach((template) => found.add(template.path));
    else if (typeof part === 'object' && part !== null) {
      Object.entries(part).forEach(([name, below]) => {
        visit(name);
        visit(below);
      });
    }
  };
  visit(value);
  return [...found];
}
