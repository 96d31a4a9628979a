import { NamesSelect } from '../NamesSelect';
import { useCollection } from '../useCollection';
import type { Widget, WidgetProps } from './types';

/** Associations to load with a record. */
function Appends(props: WidgetProps) {
  const { associations } = useCollection(props.around);
  return <NamesSelect {...props} names={associations} />;
}

export const appends: Widget = { component: Appends, layout: 'control' };
