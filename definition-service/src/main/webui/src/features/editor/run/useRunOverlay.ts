import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { executionQuery } from '@/api/queries/executions';
import { nodeRuns } from '@/features/executions/model/overlay';
import type { NodeOverlay } from '../canvas/types';
import { TRIGGER } from '../model/document';

const NOTHING: ReadonlyMap<string, NodeOverlay> = new Map();

/** What the run has made of each node so far; the panel keeps the execution up to date. */
export function useRunOverlay(id: string | null): ReadonlyMap<string, NodeOverlay> {
  const { data } = useQuery({ ...executionQuery(id ?? ''), enabled: id !== null });
  return useMemo(() => {
    if (id === null || !data) return NOTHING;
    const overlay = new Map<string, NodeOverlay>([[TRIGGER, { status: 'RESOLVED', count: 1 }]]);
    for (const [key, { status, count, troubled }] of nodeRuns(data.jobs)) overlay.set(key, { status, count, troubled });
    return overlay;
  }, [id, data]);
}
