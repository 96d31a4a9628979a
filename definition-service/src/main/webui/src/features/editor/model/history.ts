/** A value that remembers what it was. Values are never changed in place, so a step costs what differs. */
export interface History<T> {
  past: T[];
  present: T;
  future: T[];
  /** What the newest step was about; steps about the same thing in a row are one. */
  about: string | null;
}

const STEPS = 200;

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [], about: null };
}

/** @param about a name under which the next change joins this one (typing in one field); null for a step of its own */
export function change<T>(history: History<T>, present: T, about: string | null = null): History<T> {
  if (present === history.present) return history;
  if (about !== null && about === history.about) return { ...history, present, future: [] };
  return { past: [...history.past, history.present].slice(-STEPS), present, future: [], about };
}

export function undo<T>(history: History<T>): History<T> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future], about: null };
}

export function redo<T>(history: History<T>): History<T> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, about: null };
}
