import { syntaxTree } from '@codemirror/language';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView as CodeMirror } from '@codemirror/view';
import { useEffect, useImperativeHandle, useRef } from 'react';
import { templateOf } from '../variables/template';
import { knownVariables } from './chips';
import type { EditorProps } from './Editor';
import { extensionsOf, type Language } from './extensions';

/** The editor itself, in a chunk of its own: CodeMirror is not loaded before the first field needs it. */
export default function EditorView({ ref, ...props }: EditorProps & { language: Language }) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<CodeMirror>(null);
  const parts = useRef({ language: new Compartment(), state: new Compartment() });
  // What was told and has not come back yet: while one types, the value given is older than the text.
  const told = useRef(new Set<string>());
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const { language, state } = parts.current;
    const editor = new CodeMirror({
      parent: host.current ?? undefined,
      doc: latest.current.value,
      extensions: [
        language.of(extensionsOf(latest.current.language)),
        state.of(stateOf(latest.current)),
        CodeMirror.updateListener.of((update) => {
          const text = update.state.doc.toString();
          if (!update.docChanged || text === latest.current.value) return;
          told.current.add(text);
          latest.current.onChange(text);
        }),
        CodeMirror.domEventHandlers({ blur: () => latest.current.onBlur?.() }),
      ],
    });
    view.current = editor;
    return () => editor.destroy();
  }, []);

  // A label focuses inputs by itself, but not this, which is no form control to the browser.
  useEffect(() => {
    const label = props.labelledBy === undefined ? null : document.getElementById(props.labelledBy);
    const focus = () => view.current?.focus();
    label?.addEventListener('click', focus);
    return () => label?.removeEventListener('click', focus);
  }, [props.labelledBy]);

  const { mode, engine } = props.language;
  useEffect(() => {
    view.current?.dispatch({ effects: parts.current.language.reconfigure(extensionsOf(latest.current.language)) });
  }, [mode, engine]);
  const { variables, readOnly, invalid, id, labelledBy, describedBy } = props;
  useEffect(() => {
    view.current?.dispatch({ effects: parts.current.state.reconfigure(stateOf(latest.current)) });
  }, [variables, readOnly, invalid, id, labelledBy, describedBy]);
  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const text = editor.state.doc.toString();
    if (text === props.value) told.current.clear();
    else if (!told.current.has(props.value)) {
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: props.value } });
    }
  }, [props.value]);

  useImperativeHandle(ref, () => ({
    insert: (path: string) => {
      if (view.current) insertAtCursor(view.current, path, latest.current.language.mode);
    },
    focus: () => view.current?.focus(),
  }));

  return <div ref={host} style={{ minWidth: 0, flex: 1 }} />;
}

function stateOf(props: Omit<EditorProps, 'ref'>) {
  const attributes: Record<string, string> = { id: props.id };
  if (props.labelledBy) attributes['aria-labelledby'] = props.labelledBy;
  if (props.label) attributes['aria-label'] = props.label;
  if (props.describedBy) attributes['aria-describedby'] = props.describedBy;
  if (props.invalid) attributes['aria-invalid'] = 'true';
  if (props.readOnly) attributes['aria-readonly'] = 'true';
  const look = [props.invalid ? 'mr-invalid' : '', props.readOnly ? 'mr-readonly' : ''].join(' ').trim();
  return [
    knownVariables.of(props.variables),
    EditorState.readOnly.of(props.readOnly === true),
    // A text that cannot be changed is still focused by the keyboard, so that it can be read and copied.
    CodeMirror.editable.of(true),
    CodeMirror.contentAttributes.of(attributes),
    CodeMirror.editorAttributes.of({ class: look }),
  ];
}

/** In JSON a template stands in quotes; where the cursor is in a text already they are there. */
function insertAtCursor(editor: CodeMirror, path: string, mode: Language['mode']) {
  const { from, to } = editor.state.selection.main;
  const inText = syntaxTree(editor.state).resolveInner(from, 0).name === 'String';
  const text = mode === 'json' && !inText ? JSON.stringify(templateOf(path)) : templateOf(path);
  editor.dispatch({
    changes: { from, to, insert: text },
    selection: { anchor: from + text.length },
    scrollIntoView: true,
  });
  editor.focus();
}
