import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type Descriptors, nodeType, triggerType } from '@/features/editor/model/descriptors';
import { inLanguage } from '@/i18n/descriptors';
import { api } from '../client';

async function readCatalogue(): Promise<Descriptors> {
  const [nodes, triggers] = await Promise.all([api.GET('/api/node-types'), api.GET('/api/trigger-types')]);
  const nodeTypes = (nodes.data?.items ?? []).map(nodeType);
  const triggerTypes = (triggers.data?.items ?? []).map(triggerType);
  return {
    nodes: new Map(nodeTypes.map((found) => [found.type, found])),
    triggers: new Map(triggerTypes.map((found) => [found.type, found])),
  };
}

/** Every type of node and trigger that is served, in the reader's language. They change only when services are rolled out. */
export function useDescriptors() {
  const { language } = useTranslation().i18n;
  const select = useCallback(
    ({ nodes, triggers }: Descriptors): Descriptors => ({
      nodes: new Map([...nodes].map(([type, found]) => [type, inLanguage(found, language)])),
      triggers: new Map([...triggers].map(([type, found]) => [type, inLanguage(found, language)])),
    }),
    [language],
  );
  return useQuery({ queryKey: ['catalogue'], queryFn: readCatalogue, staleTime: 5 * 60_000, select });
}
