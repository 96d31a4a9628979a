import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConditionRow } from '../ConditionRow';
import type { FieldPath } from '../fields/collections';
import { FieldSelect } from '../FieldSelect';
import { useForm } from '../FormContext';
import { typeOfPath } from '../useCollection';
import styles from '../forms.module.css';
import { FilterValue } from './FilterValue';
import { valueFor, type FilterItem } from './model';
import { operatorOf, operatorsOf } from './operators';

interface Props {
  item: FilterItem;
  onChange: (item: FilterItem) => void;
  onRemove: () => void;
  paths: readonly FieldPath[];
}

export function FilterRow({ item, onChange, onRemove, paths }: Props) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  const type = typeOfPath(paths, item.path);
  const offered = operatorsOf(type).map((operator) => operator.name);
  const names = offered.includes(item.operator) ? offered : [item.operator, ...offered];
  const choose = (operator: string) => onChange({ ...item, operator, value: valueFor(operator, item.value) });
  return (
    <ConditionRow
      onRemove={onRemove}
      head={
        <>
          <div className={styles.grow}>
            <FieldSelect
              value={item.path}
              onChange={(path) => onChange({ ...item, path })}
              paths={paths}
              label={t('filter.field')}
            />
          </div>
          <Select
            style={{ flex: '0 1 46%', minWidth: 0 }}
            value={item.operator}
            disabled={readOnly}
            aria-label={t('filter.operator')}
            popupMatchSelectWidth={220}
            showSearch={{ optionFilterProp: 'label' }}
            options={names.map((name) => ({ value: name, label: t(`operators.${name.slice(1)}`) }))}
            onChange={choose}
          />
        </>
      }
    >
      {operatorOf(item.operator)?.takes === 'nothing' ? undefined : (
        <FilterValue item={item} fieldType={type} onChange={(value) => onChange({ ...item, value })} />
      )}
    </ConditionRow>
  );
}
