import { lazy, Suspense, useMemo, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { VariableNode } from '../variables/types';
import type { Language, Mode, Texts } from './extensions';
import styles from '../forms.module.css';

export interface EditorHandle {
  /** Puts a variable where the cursor is. */
  insert: (path: string) => void;
  focus: () => void;
}

export interface EditorProps {
  id: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  variables: readonly VariableNode[];
  labelledBy?: string | undefined;
  label?: string | undefined;
  describedBy?: string | undefined;
  readOnly?: boolean;
  invalid?: boolean;
  ref?: Ref<EditorHandle>;
}

const load = () => import('./EditorView');
const LazyView = lazy(load);

/** Begins to load the editor; the drawer calls it, so that the first field seldom waits. */
export function preloadEditor() {
  void load();
}

interface Props extends EditorProps {
  mode: Mode;
  engine?: string;
  multiline?: boolean;
  placeholder?: string;
}

/** A field for texts with variables, expressions, JSON and code. Until the editor is there the plain text stands in its place. */
export function Editor({ mode, engine = '', multiline = mode !== 'template', placeholder = '', ...props }: Props) {
  const texts = useTexts();
  const language: Language = { mode, engine, multiline, placeholder, texts };
  return (
    <Suspense fallback={<div className={styles.waiting}>{props.value}</div>}>
      <LazyView {...props} language={language} />
    </Suspense>
  );
}

function useTexts(): Texts {
  const { t } = useTranslation(['forms', 'functions']);
  return useMemo(
    () => ({
      help: (engine, name) => t(`functions:${engine.replace('.', '')}.${name}`),
      fault: ({ code, text }) => t(`forms:lint.${code}`, { text }),
    }),
    [t],
  );
}
