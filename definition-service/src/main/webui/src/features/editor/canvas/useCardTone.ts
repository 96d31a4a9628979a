import { tone, type Tone } from '@/features/executions/model/status';
import { useCanvas } from './store';

/** The tone of a card's state; undefined where nothing ran, `idle` where an execution is shown that did not come here. */
export function useCardTone(key: string): Tone | 'idle' | undefined {
  return useCanvas(({ overlay }) => {
    const state = overlay.get(key);
    if (state) return tone(state.status);
    return overlay.size > 0 ? 'idle' : undefined;
  });
}
