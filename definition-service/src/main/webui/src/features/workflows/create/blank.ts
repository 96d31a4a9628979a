import type { TriggerType } from '@/features/editor/model/descriptors';
import type { Json, JsonObject } from '@/features/editor/model/document';

/** Fields of a trigger's config that must be asked for before anything can be saved. */
export function collectionField(trigger: TriggerType): string | undefined {
  const { properties = {}, required = [] } = trigger.configSchema;
  return required.find((name) => properties[name]?.['x-ui'] === 'collection');
}

/** The least that the trigger's schema accepts: defaults, and where there are none what its example says; the editor asks for the rest. */
export function startingConfig(trigger: TriggerType, collection: string | undefined): JsonObject {
  const { properties = {}, required = [] } = trigger.configSchema;
  const example = (trigger.example ?? {}) as JsonObject;
  const asked = collectionField(trigger);
  const config: JsonObject = {};
  for (const name of required) {
    const value: Json | undefined = properties[name]?.default ?? example[name];
    if (value !== undefined) config[name] = value;
  }
  if (asked && collection !== undefined) config[asked] = collection;
  return config;
}
