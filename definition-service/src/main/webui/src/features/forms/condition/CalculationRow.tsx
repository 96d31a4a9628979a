import { Button, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DeleteOutlined } from '@/components/icons';
import { useForm } from '../FormContext';
import { withItem } from '../schema/values';
import { ValueInput } from '../ValueInput';
import styles from '../forms.module.css';
import { CALCULATORS } from './calculators';
import type { ConditionItem } from './model';

interface Props {
  item: ConditionItem;
  onChange: (item: ConditionItem) => void;
  onRemove: () => void;
}

/** Lists are what these calculators take on their right. */
const LISTS = new Set(['in', 'notIn', 'between']);

/** A value, what is asked of it, and what it is compared with. */
export function CalculationRow({ item, onChange, onRemove }: Props) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  const id = useId();
  const [left = '', right = ''] = item.operands;
  const put = (index: number, value: unknown) => onChange({ ...item, operands: withItem([left, right], index, value) });
  const choose = (calculator: string) => {
    const list = LISTS.has(calculator);
    const kept = list === Array.isArray(right) || (typeof right === 'string' && right !== '') ? right : list ? [] : '';
    onChange({ ...item, calculator, operands: CALCULATORS[calculator] === 1 ? [left] : [left, kept] });
  };
  return (
    <div className={`${styles.card} ${styles.rows}`}>
      <div className={styles.row}>
        <div className={styles.grow}>
          <ValueInput
            id={`${id}-left`}
            label={t('condition.left')}
            placeholder={t('condition.left')}
            kinds={['text', 'number', 'json']}
            value={left}
            onChange={(value) => put(0, value)}
          />
        </div>
        {!readOnly && (
          <Button type="text" icon={<DeleteOutlined />} aria-label={t('group.removeCondition')} onClick={onRemove} />
        )}
      </div>
      <div className={styles.row}>
        <Select
          style={{ flex: '0 0 38%', minWidth: 0 }}
          value={item.calculator}
          disabled={readOnly}
          aria-label={t('condition.calculator')}
          popupMatchSelectWidth={200}
          options={Object.keys(CALCULATORS).map((name) => ({ value: name, label: t(`calculators.${name}`) }))}
          onChange={choose}
        />
        {CALCULATORS[item.calculator] === 2 && (
          <div className={styles.grow}>
            <ValueInput
              id={`${id}-right`}
              label={t('condition.right')}
              placeholder={t('condition.right')}
              value={right}
              onChange={(value) => put(1, value)}
            />
          </div>
        )}
      </div>
    </div>
  );
}
