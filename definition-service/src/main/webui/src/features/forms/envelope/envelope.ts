/** What stands around the config of every node (docs/concepts.md, The envelope). Times in ms. */
export interface Envelope {
  retry?: Retry;
  timeout?: number;
  onFailure?: 'fail' | 'continue' | 'branch';
}

export interface Retry {
  maxAttempts: number;
  delay?: number;
  backoff?: 'constant' | 'exponential';
  maxDelay?: number;
  on?: string[];
}

/** How many of the envelope's settings differ from what holds without them. */
export function settingsIn(envelope: Envelope): number {
  return [envelope.retry, envelope.timeout, envelope.onFailure].filter(
    (setting) => setting !== undefined && setting !== 'fail',
  ).length;
}
