import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldErrors } from './FieldErrors';
import { TextInput } from './TextInput';

interface Props {
  id: string;
  value: unknown;
  /** Undefined for an empty text. */
  onChange: (value: unknown) => void;
  labelledBy?: string | undefined;
  label?: string | undefined;
  describedBy?: string | undefined;
  invalid?: boolean;
  placeholder?: string | undefined;
}

const written = (value: unknown) => (value === undefined ? '' : JSON.stringify(value, null, 2));

/** Any JSON value, as text. A text that is none stays in the field, and says so; the value before it stays in force. */
export function JsonInput({ value, onChange, ...props }: Props) {
  const { t } = useTranslation('forms');
  const [draft, setDraft] = useState<{ text: string; of: string }>();
  const own = written(value);
  // What is typed keeps its own spaces for as long as it means the value in force.
  const text = draft && draft.of === own ? draft.text : own;
  const parsed = read(text);
  const change = (typed: string) => {
    const next = read(typed);
    setDraft({ text: typed, of: next.ok ? written(next.value) : own });
    if (next.ok && written(next.value) !== own) onChange(next.value);
  };
  return (
    <div>
      <TextInput {...props} mode="json" value={text} onChange={change} invalid={props.invalid === true || !parsed.ok} />
      {!parsed.ok && (
        <FieldErrors errors={[{ pointer: '', code: 'bad_json', detail: t('json.bad', { detail: parsed.detail }) }]} />
      )}
    </div>
  );
}

function read(text: string): { ok: true; value: unknown } | { ok: false; detail: string } {
  if (text.trim() === '') return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : '' };
  }
}
