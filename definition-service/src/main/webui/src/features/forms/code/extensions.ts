import { autocompletion, closeBrackets, completionKeymap, type CompletionSource } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { linter, type Diagnostic } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { chips } from './chips';
import { functionCompletion, variableCompletion } from './completion';
import { lintExpression, type ExpressionFault } from './lint';
import { theme } from './theme';

export type Mode = 'template' | 'expression' | 'json' | 'code';

export interface Texts {
  help: (engine: string, name: string) => string;
  fault: (fault: ExpressionFault) => string;
}

export interface Language {
  mode: Mode;
  engine: string;
  multiline: boolean;
  placeholder: string;
  texts: Texts;
}

/** Pasted lines become one: a field of one line has no way to show more. */
const oneLine = EditorState.transactionFilter.of((transaction) =>
  transaction.docChanged && transaction.newDoc.lines > 1
    ? [
        {
          changes: {
            from: 0,
            to: transaction.startState.doc.length,
            insert: transaction.newDoc.toString().replace(/\s*\n\s*/g, ' '),
          },
          selection: {
            anchor: Math.min(
              transaction.newSelection.main.head,
              transaction.newDoc.length - transaction.newDoc.lines + 1,
            ),
          },
        },
      ]
    : transaction,
);

/** All that an editor of a mode can do. Tab leaves the field, as in every other one: nobody is to be caught by the keyboard. */
export function extensionsOf(language: Language): Extension[] {
  const { mode, engine, multiline, texts } = language;
  const sources: CompletionSource[] = [variableCompletion];
  if (mode === 'expression') sources.push(functionCompletion(engine, (name) => texts.help(engine, name)));
  return [
    history(),
    keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
    EditorView.lineWrapping,
    placeholder(language.placeholder),
    chips,
    theme,
    autocompletion({ override: sources, icons: false, closeOnBlur: true }),
    multiline ? [] : oneLine,
    ofMode(mode),
    mode === 'expression' ? linter((view) => diagnostics(view, engine, texts), { delay: 300 }) : [],
  ];
}

function ofMode(mode: Mode): Extension {
  if (mode === 'template') return [];
  const coloured = syntaxHighlighting(defaultHighlightStyle, { fallback: true });
  const brackets = [bracketMatching(), closeBrackets(), EditorView.editorAttributes.of({ class: 'mr-code' })];
  return mode === 'json' ? [json(), coloured, brackets] : mode === 'code' ? [lineNumbers(), brackets] : brackets;
}

function diagnostics(view: EditorView, engine: string, texts: Texts): Diagnostic[] {
  return lintExpression(view.state.doc.toString(), engine).map((fault) => ({
    from: fault.from,
    to: fault.to,
    severity: fault.code === 'unknownFunction' ? 'warning' : 'error',
    message: texts.fault(fault),
  }));
}
