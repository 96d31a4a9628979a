import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { JsonInput } from '../JsonInput';
import { SampleMapping } from '../sample/SampleMapping';
import { schemaOf } from '../sample/infer';
import styles from '../forms.module.css';
import { JsonField } from './json';
import type { Widget, WidgetProps } from './types';

/**
 * Begins with a sample. With `x-sample-target` the sample is the value, and places in it become elements of the list of that name in the
 * same object; without, the value is the JSON Schema of the sample.
 */
function SampleJson(props: WidgetProps) {
  const { schema } = props;
  const target = schema['x-sample-target'];
  return target === undefined ? <AsSchema {...props} /> : <AsMapping {...props} target={target} />;
}

function AsMapping({ target, ...props }: WidgetProps & { target: string }) {
  const { value, pointer, around } = props;
  return (
    <div className={styles.rows}>
      <JsonField {...props} />
      {value !== undefined && value !== null && (
        <SampleMapping sample={value} pointer={pointer} target={target} around={around} />
      )}
    </div>
  );
}

function AsSchema(props: WidgetProps) {
  const { id, onChange } = props;
  const { t } = useTranslation('forms');
  const [sample, setSample] = useState<unknown>();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.rows}>
      <JsonField {...props} />
      <Button
        size="small"
        type="dashed"
        aria-expanded={open}
        style={{ alignSelf: 'start' }}
        onClick={() => setOpen(!open)}
      >
        {t('sample.fromSample')}
      </Button>
      {open && (
        <div className={`${styles.card} ${styles.rows}`}>
          <JsonInput
            id={`${id}-sample`}
            label={t('sample.paste')}
            placeholder={t('sample.paste')}
            value={sample}
            onChange={setSample}
          />
          <Button
            size="small"
            type="primary"
            disabled={sample === undefined}
            style={{ alignSelf: 'start' }}
            onClick={() => {
              onChange(schemaOf(sample));
              setOpen(false);
            }}
          >
            {t('sample.toSchema')}
          </Button>
        </div>
      )}
    </div>
  );
}

export const sampleJson: Widget = { component: SampleJson, layout: 'control' };
