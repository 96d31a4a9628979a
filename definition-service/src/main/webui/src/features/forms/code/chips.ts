import { Facet, type Extension, type Range } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, WidgetType, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import { templatesIn, type Template } from '../variables/template';
import { labelsOf } from '../variables/tree';
import type { VariableNode } from '../variables/types';

/** The variables that stand behind the braces; they change while an editor is open, when a sample is pinned for instance. */
export const knownVariables = Facet.define<readonly VariableNode[], readonly VariableNode[]>({
  combine: (values) => values[0] ?? [],
});

class Chip extends WidgetType {
  constructor(
    private readonly template: Template,
    private readonly labels: readonly string[] | undefined,
  ) {
    super();
  }

  override eq(other: Chip): boolean {
    return other.text() === this.text() && other.template.path === this.template.path && !other.labels === !this.labels;
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('span');
    chip.className = this.labels ? 'mr-chip' : 'mr-chip mr-chip-unknown';
    chip.textContent = this.text();
    chip.title = this.template.path;
    return chip;
  }

  override ignoreEvent(): boolean {
    return false;
  }

  private text(): string {
    const name = this.labels ? this.labels.slice(-3).join(' › ') : this.template.path;
    return this.template.fallback === undefined ? name : `${name} : ${this.template.fallback}`;
  }
}

function decorations(view: EditorView): DecorationSet {
  const variables = view.state.facet(knownVariables);
  const ranges: Range<Decoration>[] = view.visibleRanges.flatMap(({ from, to }) =>
    templatesIn(view.state.sliceDoc(from, to)).map((template) =>
      Decoration.replace({ widget: new Chip(template, labelsOf(variables, template.path)) }).range(
        from + template.from,
        from + template.to,
      ),
    ),
  );
  return Decoration.set(ranges);
}

const plugin = ViewPlugin.fromClass(
  class {
    chips: DecorationSet;

    constructor(view: EditorView) {
      this.chips = decorations(view);
    }

    update(update: ViewUpdate) {
      const known = update.startState.facet(knownVariables) !== update.state.facet(knownVariables);
      if (update.docChanged || update.viewportChanged || known) this.chips = decorations(update.view);
    }
  },
  {
    decorations: (value) => value.chips,
    // The cursor steps over a chip, and a backspace takes it away as a whole.
    provide: (self) => EditorView.atomicRanges.of((view) => view.plugin(self)?.chips ?? Decoration.none),
  },
);

/** Shows `{{path}}` as a chip with the names a person knows the variable by. */
export const chips: Extension = plugin;
