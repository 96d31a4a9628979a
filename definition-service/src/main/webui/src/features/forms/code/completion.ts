import type { Completion, CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import { flat, labelsOf, preview } from '../variables/tree';
import { templateOf } from '../variables/template';
import { functionsOf } from './functions';
import { knownVariables } from './chips';

/** Offers variables behind `{{`, by their path or by the names they are known by. */
export function variableCompletion(context: CompletionContext): CompletionResult | null {
  const open = context.matchBefore(/\{\{[^{}]*$/);
  if (!open) return null;
  const roots = context.state.facet(knownVariables);
  const options = flat(roots).map((node): Completion => ({
    label: templateOf(node.value),
    displayLabel: labelsOf(roots, node.value)?.join(' › ') ?? node.label,
    ...(node.sample === undefined ? {} : { detail: preview(node.sample) }),
    type: 'variable',
  }));
  return { from: open.from, options, filter: true, validFor: /^\{\{[^{}]*$/ };
}

/** Offers the functions of a language with what they do. */
export function functionCompletion(engine: string, help: (name: string) => string): CompletionSource {
  const options = functionsOf(engine).map(({ name, parameters }): Completion => ({
    label: name,
    detail: `(${parameters})`,
    type: 'function',
    info: () => described(`${name}(${parameters})`, help(name)),
    apply: (view, _, from, to) => {
      // The cursor goes between the brackets, where the arguments are to stand.
      view.dispatch({
        changes: { from, to, insert: `${name}()` },
        selection: { anchor: from + name.length + (parameters === '' ? 2 : 1) },
      });
    },
  }));
  return (context) => {
    const word = context.matchBefore(/[A-Za-z_]\w*$/);
    if (!word && !context.explicit) return null;
    return { from: word?.from ?? context.pos, options, validFor: /^\w*$/ };
  };
}

function described(signature: string, help: string): HTMLElement {
  const box = document.createElement('div');
  const head = document.createElement('strong');
  head.textContent = signature;
  const text = document.createElement('div');
  text.textContent = help;
  box.append(head, text);
  return box;
}
