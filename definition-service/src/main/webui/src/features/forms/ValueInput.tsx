import { Button, Dropdown, InputNumber, Segmented, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useForm } from './FormContext';
import { JsonInput } from './JsonInput';
import { TextInput } from './TextInput';
import { converted, KINDS, kindOf, type Kind } from './kinds';
import styles from './forms.module.css';

interface Props {
  id: string;
  value: unknown;
  onChange: (value: unknown) => void;
  kinds?: readonly Kind[];
  labelledBy?: string | undefined;
  label?: string | undefined;
  describedBy?: string | undefined;
  invalid?: boolean;
  multiline?: boolean;
  placeholder?: string | undefined;
}

const SIGNS: Readonly<Record<Kind, string>> = { text: 'T', number: '1', boolean: '?', null: '∅', json: '{ }' };

/** A value of any type: a text with variables, a number, yes or no, nothing, or JSON. */
export function ValueInput({ kinds = KINDS, ...props }: Props) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  const kind = kindOf(props.value);
  const label = t('value.kind', { kind: t(`value.${kind}`) });
  return (
    <div className={styles.row}>
      {(kinds.length > 1 || !kinds.includes(kind)) && !readOnly && (
        <Dropdown
          trigger={['click']}
          menu={{
            selectable: true,
            selectedKeys: [kind],
            items: kinds.map((choice) => ({ key: choice, label: t(`value.${choice}`) })),
            onClick: ({ key }) => props.onChange(converted(props.value, key as Kind)),
          }}
        >
          <Tooltip title={label}>
            <Button className={styles.kind ?? ''} aria-label={label}>
              <span aria-hidden="true">{SIGNS[kind]}</span>
            </Button>
          </Tooltip>
        </Dropdown>
      )}
      <div className={styles.grow}>
        <OfKind {...props} kind={kind} />
      </div>
    </div>
  );
}

function OfKind({ kind, id, value, onChange, multiline = false, ...props }: Omit<Props, 'kinds'> & { kind: Kind }) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  const names = { 'aria-label': props.label, 'aria-labelledby': props.labelledBy };
  switch (kind) {
    case 'text':
      return (
        <TextInput
          {...props}
          id={id}
          multiline={multiline}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
        />
      );
    case 'number':
      return (
        <InputNumber
          {...names}
          id={id}
          className={styles.wide ?? ''}
          value={value as number}
          readOnly={readOnly}
          onChange={(next) => onChange(next ?? 0)}
        />
      );
    case 'boolean':
      return (
        <Segmented
          {...names}
          id={id}
          value={value === true ? 1 : 0}
          disabled={readOnly}
          options={[
            { value: 1, label: t('value.true') },
            { value: 0, label: t('value.false') },
          ]}
          onChange={(next) => onChange(next === 1)}
        />
      );
    case 'null':
      return (
        <div className={styles.hint} style={{ lineHeight: '32px' }}>
          {t('value.nullHelp')}
        </div>
      );
    case 'json':
      return <JsonInput {...props} id={id} value={value} onChange={(next) => onChange(next ?? {})} />;
  }
}
