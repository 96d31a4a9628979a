import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionRow } from '../ConditionRow';
import type { FieldPath } from '../fields/collections';
import { GroupFrame } from '../GroupFrame';
import { JsonInput } from '../JsonInput';
import { withItem, withoutItem } from '../schema/values';
import { FilterRow } from './FilterRow';
import type { FilterGroup, FilterNode } from './model';

interface Props {
  group: FilterGroup;
  onChange: (group: FilterGroup) => void;
  paths: readonly FieldPath[];
  onRemove?: (() => void) | undefined;
}

/** Conditions on the fields of records, in groups. */
export function FilterBuilder({ group, onChange, paths, onRemove }: Props) {
  const { t } = useTranslation('forms');
  const id = useId();
  const put = (nodes: FilterNode[]) => onChange({ ...group, nodes });
  const row = (node: FilterNode, index: number): ReactNode => {
    const set = (next: FilterNode) => put(withItem(group.nodes, index, next));
    const remove = () => put(withoutItem(group.nodes, index));
    switch (node.kind) {
      case 'group':
        return <FilterBuilder key={index} group={node} onChange={set} paths={paths} onRemove={remove} />;
      case 'item':
        return <FilterRow key={index} item={node} onChange={set} onRemove={remove} paths={paths} />;
      case 'raw':
        return (
          <ConditionRow key={index} head={t('filter.raw')} onRemove={remove}>
            <JsonInput
              id={`${id}-${index}`}
              label={t('filter.raw')}
              value={node.json}
              onChange={(json) => set({ kind: 'raw', json: json ?? {} })}
            />
          </ConditionRow>
        );
    }
  };
  return (
    <GroupFrame
      logic={group.logic}
      onLogic={(logic) => onChange({ ...group, logic })}
      onAdd={() => put([...group.nodes, { kind: 'item', path: '', operator: '$eq', value: '' }])}
      onAddGroup={() =>
        put([...group.nodes, { kind: 'group', logic: group.logic === 'and' ? 'or' : 'and', nodes: [] }])
      }
      onRemove={onRemove}
    >
      {group.nodes.map(row)}
    </GroupFrame>
  );
}
