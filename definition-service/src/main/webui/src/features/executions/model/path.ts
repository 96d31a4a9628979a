/** One pass of a loop that a job stands in. */
export interface Pass {
  loopKey: string;
  /** From 0. */
  index: number;
}

/** The passes of a job's path, outermost first: `each[3]/lines[0]`. */
export function parsePath(path: string): Pass[] {
  if (path === '') return [];
  return path.split('/').map((text) => {
    const open = text.lastIndexOf('[');
    return { loopKey: text.slice(0, open), index: Number(text.slice(open + 1, -1)) };
  });
}

export function formatPath(passes: readonly Pass[]): string {
  return passes.map((pass) => `${pass.loopKey}[${pass.index}]`).join('/');
}

/** Whether the path is that outer one, or one within it. */
export function isWithin(path: string, outer: string): boolean {
  return outer === '' || path === outer || path.startsWith(`${outer}/`);
}
