import type { Waiting } from '@/api/queries/executions';

/** Which sentence tells of a wait, by its key in the locale files. */
export type WaitSentence =
  'worker' | 'delay' | 'attempt' | 'person' | 'workflow' | 'turn' | 'slot' | 'resume' | 'other';

const BY_KIND: Record<string, WaitSentence> = {
  worker: 'worker',
  person: 'person',
  workflow: 'workflow',
  turn: 'turn',
  slot: 'slot',
  resume: 'resume',
};

/** A timer is a delay that was drawn, or the pause before the next attempt of a step. */
export function sentenceOf(waiting: Waiting): WaitSentence {
  if (waiting.kind === 'timer') return waiting.type === 'delay' ? 'delay' : 'attempt';
  return BY_KIND[waiting.kind] ?? 'other';
}
