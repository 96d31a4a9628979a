import { EditorView } from '@codemirror/view';

const MONO = 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace';

/** The colours are those of the components around: they follow light and dark by themselves. */
export const theme = EditorView.theme({
  '&': {
    border: '1px solid var(--ant-color-border)',
    borderRadius: 'var(--ant-border-radius)',
    backgroundColor: 'var(--ant-color-bg-container)',
    color: 'var(--ant-color-text)',
    fontSize: '13px',
    width: '100%',
    minWidth: '0',
  },
  '&:hover': { borderColor: 'var(--ant-color-primary-hover)' },
  '&.cm-focused': {
    outline: 'none',
    borderColor: 'var(--ant-color-primary)',
    boxShadow: '0 0 0 2px var(--ant-control-outline, var(--ant-color-primary-border))',
  },
  '&.mr-invalid': { borderColor: 'var(--ant-color-error)' },
  '&.mr-readonly': { backgroundColor: 'var(--ant-color-bg-container-disabled)' },
  '.cm-content': { padding: '5px 0', caretColor: 'var(--ant-color-text)' },
  '.cm-line': { padding: '0 10px' },
  '&.mr-code .cm-content': { fontFamily: MONO, fontSize: '12.5px' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '20px', maxHeight: '420px', overflow: 'auto' },
  '.cm-placeholder': { color: 'var(--ant-color-text-placeholder)' },
  '.cm-cursor': { borderLeftColor: 'var(--ant-color-text)' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    color: 'var(--ant-color-text-tertiary)',
    border: 'none',
  },
  '.mr-chip': {
    display: 'inline-block',
    maxWidth: '100%',
    padding: '0 6px',
    margin: '0 1px',
    borderRadius: '4px',
    lineHeight: '18px',
    fontSize: '12px',
    fontFamily: 'var(--ant-font-family)',
    color: 'var(--ant-color-primary-text, var(--ant-color-primary))',
    backgroundColor: 'var(--ant-color-primary-bg)',
    border: '1px solid var(--ant-color-primary-border)',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    verticalAlign: 'bottom',
  },
  '.mr-chip-unknown': {
    color: 'var(--ant-color-warning-text, var(--ant-color-text))',
    backgroundColor: 'var(--ant-color-warning-bg)',
    border: '1px dashed var(--ant-color-warning-border)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--ant-color-bg-elevated)',
    color: 'var(--ant-color-text)',
    border: '1px solid var(--ant-color-border-secondary)',
    borderRadius: 'var(--ant-border-radius)',
    boxShadow: 'var(--ant-box-shadow-secondary)',
  },
  '.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px !important' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--ant-control-item-bg-active) !important',
    color: 'var(--ant-color-text) !important',
  },
  '.cm-completionInfo': { padding: '8px 10px', maxWidth: '300px' },
  '.cm-completionDetail': { color: 'var(--ant-color-text-tertiary)', fontStyle: 'normal', marginLeft: '10px' },
});
