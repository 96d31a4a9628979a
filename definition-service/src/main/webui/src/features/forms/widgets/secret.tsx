import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useForm } from '../FormContext';
import styles from '../forms.module.css';
import type { Widget, WidgetProps } from './types';

const PREFIX = '$env.';

const REFERENCE = /^\{\{\$env\.(\w+)\}\}$/;

/** The name of a secret of the workers. The secret itself never stands in a workflow; one that does (an import, say) is told. */
function Secret({ id, value, onChange, describedBy, invalid }: WidgetProps) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  const written = typeof value === 'string' ? value : '';
  const name = REFERENCE.exec(written)?.[1];
  const openly = written !== '' && name === undefined;
  return (
    <>
      <Input
        id={id}
        prefix={<span className={styles.hint}>{PREFIX}</span>}
        value={name ?? ''}
        readOnly={readOnly}
        placeholder={t('secret.placeholder')}
        aria-describedby={describedBy}
        status={invalid ? 'error' : openly ? 'warning' : ''}
        onChange={(event) => {
          const wanted = event.target.value.trim().replace(/\W/g, '_');
          onChange(wanted === '' ? undefined : `{{$env.${wanted}}}`);
        }}
      />
      <div className={styles.description}>{t(openly ? 'secret.openly' : 'secret.help')}</div>
    </>
  );
}

export const secret: Widget = { component: Secret, layout: 'control' };
