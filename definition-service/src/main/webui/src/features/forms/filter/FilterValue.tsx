import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ListInput } from '../ListInput';
import { ValueInput } from '../ValueInput';
import { isWholeTemplate } from '../variables/template';
import styles from '../forms.module.css';
import type { FilterItem } from './model';
import { operatorOf } from './operators';
import { typed } from './typed';

interface Props {
  item: FilterItem;
  fieldType: string | undefined;
  onChange: (value: unknown) => void;
}

/** What a field is compared with: one value, two bounds, or a list. */
export function FilterValue({ item, fieldType, onChange }: Props) {
  const { t } = useTranslation('forms');
  const id = useId();
  const put = (value: unknown) => onChange(typed(value, fieldType));
  const takes = operatorOf(item.operator)?.takes;
  if (takes === 'pair' && Array.isArray(item.value)) {
    const [low, high] = item.value as unknown[];
    return (
      <div className={styles.rows}>
        <ValueInput
          id={`${id}-low`}
          label={t('filter.from')}
          placeholder={t('filter.from')}
          value={low}
          onChange={(value) => onChange([typed(value, fieldType), high])}
        />
        <ValueInput
          id={`${id}-high`}
          label={t('filter.to')}
          placeholder={t('filter.to')}
          value={high}
          onChange={(value) => onChange([low, typed(value, fieldType)])}
        />
      </div>
    );
  }
  if (takes === 'list' && !isWholeTemplate(item.value)) {
    return (
      <ListInput
        id={id}
        label={t('filter.values')}
        value={Array.isArray(item.value) ? (item.value as unknown[]) : []}
        read={(text) => typed(text, fieldType)}
        onChange={onChange}
      />
    );
  }
  return (
    <ValueInput
      id={id}
      label={t('filter.value')}
      placeholder={t('filter.value')}
      value={item.value}
      onChange={takes === 'list' ? onChange : put}
    />
  );
}
