import { InputNumber, Radio, Segmented, Select, Switch } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldError } from '@/api/problem';
import type { Envelope, Retry } from '@/features/editor/model/document';
import { DurationInput } from '../DurationInput';
import { errorsAt } from '../errorsAt';
import { FieldErrors } from '../FieldErrors';
import { useForm } from '../FormContext';
import { without } from '../schema/values';
import styles from '../forms.module.css';

interface Props {
  value: Envelope;
  onChange: (value: Envelope) => void;
  /** With pointers from the node. */
  errors: readonly FieldError[];
}

/** What every node has around its config: attempts, the bound of each, and what follows when all have failed. */
export function EnvelopeForm({ value, onChange, errors }: Props) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  const id = useId();
  const { retry, timeout, onFailure = 'fail' } = value;
  return (
    <div className={styles.fields}>
      <Part id={`${id}-failure`} label={t('envelope.onFailure')} errors={errorsAt(errors, '/onFailure', 'below')}>
        <Radio.Group
          id={`${id}-failure`}
          vertical
          disabled={readOnly}
          value={onFailure}
          aria-labelledby={`${id}-failure-label`}
          options={(['fail', 'continue', 'branch'] as const).map((way) => ({
            value: way,
            label: t(`envelope.${way}`),
          }))}
          onChange={(event) => {
            const way = event.target.value as NonNullable<Envelope['onFailure']>;
            onChange(way === 'fail' ? without(value, 'onFailure') : { ...value, onFailure: way });
          }}
        />
      </Part>
      <Part
        id={`${id}-timeout`}
        label={t('envelope.timeout')}
        help={t('envelope.timeoutHelp')}
        errors={errorsAt(errors, '/timeout', 'below')}
      >
        <DurationInput
          id={`${id}-timeout`}
          value={timeout}
          onChange={(next) => onChange(next === undefined ? without(value, 'timeout') : { ...value, timeout: next })}
        />
      </Part>
      <div className={styles.inline}>
        <label className={styles.label} htmlFor={`${id}-retry`}>
          {t('envelope.retry')}
        </label>
        <Switch
          id={`${id}-retry`}
          size="small"
          disabled={readOnly}
          checked={retry !== undefined}
          onChange={(on) =>
            onChange(
              on
                ? { ...value, retry: { maxAttempts: 3, delay: 1_000, backoff: 'exponential' } }
                : without(value, 'retry'),
            )
          }
        />
        <div />
      </div>
      {retry && <RetryFields retry={retry} onChange={(next) => onChange({ ...value, retry: next })} errors={errors} />}
    </div>
  );
}

function RetryFields({
  retry,
  onChange,
  errors,
}: {
  retry: Retry;
  onChange: (retry: Retry) => void;
  errors: readonly FieldError[];
}) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  const id = useId();
  const { maxAttempts, delay, backoff = 'constant', maxDelay, on } = retry;
  const at = (name: string) => errorsAt(errors, `/retry/${name}`, 'below');
  return (
    <div className={`${styles.fields} ${styles.nested}`}>
      <FieldErrors errors={errorsAt(errors, '/retry', 'exact')} />
      <Part
        id={`${id}-attempts`}
        label={t('envelope.attempts')}
        help={t('envelope.attemptsHelp')}
        errors={at('maxAttempts')}
      >
        <InputNumber
          id={`${id}-attempts`}
          min={1}
          max={100}
          precision={0}
          value={maxAttempts}
          readOnly={readOnly}
          onChange={(next) => onChange({ ...retry, maxAttempts: next ?? 1 })}
        />
      </Part>
      <Part id={`${id}-delay`} label={t('envelope.delay')} errors={at('delay')}>
        <DurationInput
          id={`${id}-delay`}
          value={delay}
          onChange={(next) => onChange(next === undefined ? without(retry, 'delay') : { ...retry, delay: next })}
        />
      </Part>
      <Part id={`${id}-backoff`} label={t('envelope.backoff')} errors={at('backoff')}>
        <Segmented
          id={`${id}-backoff`}
          aria-labelledby={`${id}-backoff-label`}
          disabled={readOnly}
          value={backoff}
          options={(['constant', 'exponential'] as const).map((way) => ({ value: way, label: t(`envelope.${way}`) }))}
          onChange={(way) => onChange({ ...retry, backoff: way })}
        />
      </Part>
      {backoff === 'exponential' && (
        <Part id={`${id}-most`} label={t('envelope.maxDelay')} errors={at('maxDelay')}>
          <DurationInput
            id={`${id}-most`}
            value={maxDelay}
            onChange={(next) =>
              onChange(next === undefined ? without(retry, 'maxDelay') : { ...retry, maxDelay: next })
            }
          />
        </Part>
      )}
      <Part id={`${id}-on`} label={t('envelope.on')} help={t('envelope.onHelp')} errors={at('on')}>
        <Select
          id={`${id}-on`}
          mode="tags"
          className={styles.wide ?? ''}
          disabled={readOnly}
          value={on ?? []}
          options={['timeout', 'connection_failed', 'http_429', 'http_500', 'http_502', 'http_503', 'http_504'].map(
            (code) => ({ value: code, label: code }),
          )}
          onChange={(codes: string[]) => onChange(codes.length === 0 ? without(retry, 'on') : { ...retry, on: codes })}
        />
      </Part>
    </div>
  );
}

interface PartProps {
  id: string;
  label: string;
  help?: string;
  errors: readonly FieldError[];
  children: ReactNode;
}

function Part({ id, label, help, errors, children }: PartProps) {
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label id={`${id}-label`} htmlFor={id} className={styles.label}>
          {label}
        </label>
      </div>
      {children}
      {help && <div className={styles.description}>{help}</div>}
      <FieldErrors errors={errors} />
    </div>
  );
}
