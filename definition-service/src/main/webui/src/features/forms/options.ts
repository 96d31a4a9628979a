import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from './schema/types';

/** The statuses of an execution by number, as options write them (docs/concepts.md). */
const STATUSES: readonly (readonly [number, string])[] = [
  [1, 'resolved'],
  [-1, 'failed'],
  [-2, 'error'],
  [-3, 'aborted'],
  [-4, 'canceled'],
  [-5, 'rejected'],
];

/** The options of a workflow as a schema: their form is made like any other. */
export function useOptionsSchema(): Schema {
  const { t } = useTranslation('forms');
  return useMemo(() => {
    const texts = (name: string) => ({ title: t(`options.${name}`), description: t(`options.${name}Help`) });
    return {
      type: 'object',
      properties: {
        timeout: { type: 'integer', minimum: 0, 'x-ui': 'duration', ...texts('timeout') },
        concurrency: {
          type: 'object',
          ...texts('concurrency'),
          properties: {
            limit: { type: 'integer', minimum: 1, ...texts('limit') },
            key: { type: 'string', 'x-ui': 'template', ...texts('key') },
            overflow: {
              enum: ['queue', 'reject', 'cancel-older'],
              default: 'queue',
              title: t('options.overflow'),
              'x-enum-titles': [t('options.queue'), t('options.reject'), t('options.cancelOlder')],
            },
          },
        },
        priority: { type: 'integer', default: 0, 'x-template': true, ...texts('priority') },
        stackLimit: { type: 'integer', minimum: 1, default: 1, 'x-advanced': true, ...texts('stackLimit') },
        deleteExecutionOnStatus: {
          type: 'array',
          'x-advanced': true,
          items: {
            enum: STATUSES.map(([number]) => number),
            'x-enum-titles': STATUSES.map(([, name]) => t(`status.${name}`)),
          },
          ...texts('deleteExecutionOnStatus'),
        },
      },
    };
  }, [t]);
}
