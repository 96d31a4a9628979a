import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionRow } from '../ConditionRow';
import { GroupFrame } from '../GroupFrame';
import { JsonInput } from '../JsonInput';
import { withItem, withoutItem } from '../schema/values';
import { CalculationRow } from './CalculationRow';
import type { ConditionGroup, ConditionNode } from './model';

interface Props {
  group: ConditionGroup;
  onChange: (group: ConditionGroup) => void;
  onRemove?: (() => void) | undefined;
}

/** Comparisons of values, in groups. */
export function ConditionBuilder({ group, onChange, onRemove }: Props) {
  const { t } = useTranslation('forms');
  const id = useId();
  const put = (nodes: ConditionNode[]) => onChange({ ...group, nodes });
  const row = (node: ConditionNode, index: number): ReactNode => {
    const set = (next: ConditionNode) => put(withItem(group.nodes, index, next));
    const remove = () => put(withoutItem(group.nodes, index));
    switch (node.kind) {
      case 'group':
        return <ConditionBuilder key={index} group={node} onChange={set} onRemove={remove} />;
      case 'item':
        return <CalculationRow key={index} item={node} onChange={set} onRemove={remove} />;
      case 'raw':
        return (
          <ConditionRow key={index} head={t('condition.raw')} onRemove={remove}>
            <JsonInput
              id={`${id}-${index}`}
              label={t('condition.raw')}
              value={node.json}
              onChange={(json) => set({ kind: 'raw', json: json ?? {} })}
            />
          </ConditionRow>
        );
    }
  };
  const other = group.logic === 'and' ? 'or' : 'and';
  return (
    <GroupFrame
      logic={group.logic}
      onLogic={(logic) => onChange({ ...group, logic })}
      onAdd={() => put([...group.nodes, { kind: 'item', calculator: 'equal', operands: ['', ''] }])}
      onAddGroup={() => put([...group.nodes, { kind: 'group', logic: other, nodes: [], rest: {} }])}
      onRemove={onRemove}
    >
      {group.nodes.map(row)}
    </GroupFrame>
  );
}
