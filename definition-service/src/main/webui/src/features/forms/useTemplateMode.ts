import { useState } from 'react';
import { typesOf } from './schema/resolve';
import type { Schema } from './schema/types';
import { isWholeTemplate } from './variables/template';

export interface TemplateMode {
  /** Whether the field takes a variable besides its own kind of value. */
  possible: boolean;
  on: boolean;
  toggle: () => void;
}

/** Fields with `x-template` take a variable in place of a number, a list and so on: either the one or the other is shown. */
export function useTemplateMode(schema: Schema, value: unknown, onChange: (value: unknown) => void): TemplateMode {
  const [wanted, setWanted] = useState<boolean>();
  const ownTexts =
    schema['x-ui'] === 'template' || (typesOf(schema).join() === 'string' && !schema['x-ui'] && !schema.enum);
  const possible = schema['x-template'] === true && !ownTexts;
  const on = possible && (wanted ?? isWholeTemplate(value));
  return {
    possible,
    on,
    toggle: () => {
      setWanted(!on);
      if (value !== undefined) onChange(undefined);
    },
  };
}
