import type { Envelope } from '@/features/editor/model/document';

/** How many of the envelope's settings differ from what holds without them. */
export function settingsIn(envelope: Envelope): number {
  return [envelope.retry, envelope.timeout, envelope.onFailure].filter(
    (setting) => setting !== undefined && setting !== 'fail',
  ).length;
}
