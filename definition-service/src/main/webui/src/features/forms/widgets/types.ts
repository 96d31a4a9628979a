import type { ComponentType } from 'react';
import type { Schema } from '../schema/types';
import type { Around } from '../schema/visible';

export interface WidgetProps {
  /** Of the control: its label points to it. */
  id: string;
  /** With references followed. */
  schema: Schema;
  value: unknown;
  /** Undefined takes the field out of the config. */
  onChange: (value: unknown) => void;
  /** From the form's own value. */
  pointer: string;
  /** The objects and lists around the field, outermost first. */
  around: readonly Around[];
  labelledBy: string;
  describedBy: string | undefined;
  invalid: boolean;
}

/**
 * How a widget stands in a form: as one control below its label; as fields of its own, each with its label and its errors (`fields`); or
 * beside its label (`inline`).
 */
export type Layout = 'control' | 'fields' | 'inline';

export interface Widget {
  component: ComponentType<WidgetProps>;
  layout: Layout;
}
