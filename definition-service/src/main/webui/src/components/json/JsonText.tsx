import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json, jsonParseLinter } from '@codemirror/lang-json';
import { bracketMatching, defaultHighlightStyle, foldGutter, syntaxHighlighting } from '@codemirror/language';
import { linter } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useDark } from '@/app/theme';
import styles from './JsonText.module.css';

export interface JsonTextProps {
  /** The text at the beginning; later changes of it are not taken over. */
  initial: string;
  label: string;
  onChange: (text: string) => void;
}

/** Loaded lazily by JsonEditor. Tab leaves the editor: who works by keyboard must get out of it. */
export function JsonText({ initial, label, onChange }: JsonTextProps) {
  const host = useRef<HTMLDivElement>(null);
  const dark = useDark();
  const text = useRef(initial);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });

  useEffect(() => {
    if (!host.current) return undefined;
    const view = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: text.current,
        extensions: [
          lineNumbers(),
          foldGutter(),
          history(),
          bracketMatching(),
          // The colours are made for a light ground; in the dark they could not be read.
          dark ? [] : syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
          json(),
          linter(jsonParseLinter()),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return;
            text.current = update.state.doc.toString();
            change.current(text.current);
          }),
        ],
      }),
    });
    return () => view.destroy();
  }, [label, dark]);

  return <div ref={host} className={styles.editor} />;
}
