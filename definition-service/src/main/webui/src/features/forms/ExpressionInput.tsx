import { useTranslation } from 'react-i18next';
import { useForm } from './FormContext';
import { LiveResult } from './LiveResult';
import { TextInput } from './TextInput';
import { pathsIn } from './variables/template';
import { isGiven, sampleOf } from './variables/samples';
import styles from './forms.module.css';

interface Props {
  id: string;
  engine: string;
  value: string;
  onChange: (value: string) => void;
  labelledBy?: string | undefined;
  label?: string | undefined;
  describedBy?: string | undefined;
  invalid?: boolean;
  placeholder?: string | undefined;
}

/** The languages that a calculation evaluates; queries are tried out on the tab for tests. */
const CALCULATED = new Set(['math.js', 'formula.js', 'string']);

/** An expression with completion, and with its result for the samples at hand. */
export function ExpressionInput({ engine, ...props }: Props) {
  const { t } = useTranslation('forms');
  const { variables, readOnly } = useForm();
  const mode = engine === 'string' ? 'template' : 'expression';
  const unknown = pathsIn(props.value).filter((path) => isGiven(path) && sampleOf(variables, path) === undefined);
  const blank = props.value.trim() === '';
  return (
    <div>
      <TextInput
        {...props}
        multiline
        mode={mode}
        engine={engine}
        placeholder={props.placeholder ?? t(`placeholder.${engine.replace('.', '')}`, { defaultValue: '' })}
      />
      {CALCULATED.has(engine) && !blank && !readOnly && (
        <div className={styles.live} aria-live="polite">
          {unknown.length > 0 ? (
            <span>{t('live.noSample', { paths: unknown.join(', ') })}</span>
          ) : (
            <LiveResult engine={engine} expression={props.value} />
          )}
        </div>
      )}
    </div>
  );
}
