import { useRef } from 'react';
import { Editor, type EditorHandle } from './code/Editor';
import type { Mode } from './code/extensions';
import { useForm } from './FormContext';
import { VariableButton } from './variables/VariableButton';
import styles from './forms.module.css';

interface Props {
  id: string;
  value: string;
  onChange: (value: string) => void;
  mode?: Mode;
  engine?: string;
  multiline?: boolean;
  placeholder?: string | undefined;
  labelledBy?: string | undefined;
  label?: string | undefined;
  describedBy?: string | undefined;
  invalid?: boolean;
  /** Whether there is the button. */
  offering?: boolean;
}

/** A text with variables in it: the editor, and the button that opens the variables, where they may stand in it. */
export function TextInput({ mode = 'template', placeholder, offering = true, ...props }: Props) {
  const { variables, readOnly } = useForm();
  const editor = useRef<EditorHandle>(null);
  return (
    <div className={styles.row}>
      <Editor
        {...props}
        ref={editor}
        mode={mode}
        variables={variables}
        readOnly={readOnly}
        placeholder={placeholder ?? ''}
      />
      {offering ? <VariableButton onPick={(path) => editor.current?.insert(path)} /> : null}
    </div>
  );
}
