import type { TriggerType } from '@/features/editor/model/descriptors';
import { collectionField, startingConfig } from './blank';

const trigger: TriggerType = {
  type: 'collection',
  title: 'Collection event',
  icon: 'table',
  configSchema: {
    type: 'object',
    properties: {
      collection: { type: 'string', 'x-ui': 'collection' },
      mode: { enum: [1, 2, 3, 4] },
      wait: { type: 'boolean', default: true },
      appends: { type: 'array' },
    },
    required: ['collection', 'mode', 'wait'],
  },
  contextSchema: null,
  sync: false,
  help: '',
  example: { collection: 'orders', mode: 1, appends: ['customer'] },
};

describe('the config that a blank workflow begins with', () => {
  it('should ask for the collection', () => {
    expect(collectionField(trigger)).toBe('collection');
    expect(collectionField({ ...trigger, configSchema: {} })).toBeUndefined();
  });

  it('should hold what is required and no more', () => {
    expect(startingConfig(trigger, 'products')).toEqual({ collection: 'products', mode: 1, wait: true });
  });

  it('should be empty where nothing is required', () => {
    expect(startingConfig({ ...trigger, configSchema: {} }, undefined)).toEqual({});
  });
});
