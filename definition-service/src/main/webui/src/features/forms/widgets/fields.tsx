import { NamesSelect } from '../NamesSelect';
import { useCollection } from '../useCollection';
import type { Widget, WidgetProps } from './types';

/** Names of fields of the collection beside it. */
function Fields(props: WidgetProps) {
  const { own } = useCollection(props.around);
  return <NamesSelect {...props} names={own.map((field) => field.path)} />;
}

export const fields: Widget = { component: Fields, layout: 'control' };
