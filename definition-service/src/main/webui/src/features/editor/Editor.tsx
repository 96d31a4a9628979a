import { useBlocker } from '@tanstack/react-router';
import { App } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ReadVersion } from '@/api/queries/versions';
import { usePlace } from '@/components/place';
import { FlowCanvas } from './canvas/FlowCanvas';
import { Drawers } from './Drawers';
import { EditorHeader } from './EditorHeader';
import { createEditorStore, isDirty } from './editorStore';
import { ExecutedBanner } from './ExecutedBanner';
import type { Descriptors } from './model/descriptors';
import { RunPanel } from './run/RunPanel';
import { useRunOverlay } from './run/useRunOverlay';
import { useCommands } from './useCommands';
import { useEditorKeys } from './useEditorKeys';
import { useIsDesigner } from './useIsDesigner';
import { useProblems } from './useProblems';
import { useSaving } from './useSaving';
import { ConflictDialog } from './versions/ConflictDialog';
import styles from './editor.module.css';

/** Width of a drawer as it opens, in px. */
const DRAWER = 480;

/** The editor of one version. Another version is another editor. */
export function Editor({ version, descriptors }: { version: ReadVersion; descriptors: Descriptors }) {
  const { t } = useTranslation('editor');
  const { message } = App.useApp();
  const [store] = useState(() => createEditorStore(version));
  const [runId, setRunId] = useState<string | null>(null);
  const state = useStore(store);
  const [layer, setLayer] = useState<HTMLElement | null>(null);
  const document = state.history.present;
  const isDesigner = useIsDesigner();
  const isExecuted = state.saved.view.executed === true;
  const readOnly = isExecuted || !isDesigner;
  const problems = useProblems(document, !readOnly);
  const saving = useSaving(store);
  const overlay = useRunOverlay(runId);
  const save = useCallback(async () => {
    if (await saving.save()) void message.success(t('save.done'));
  }, [saving, message, t]);
  const notNodes = useCallback(() => void message.info(t('paste.nothing')), [message, t]);
  const commands = useCommands(store, descriptors, notNodes);
  usePlace(document.title);
  useEditorKeys(store, save);
  useUnsavedGuard(() => isDirty(store.getState()), t('save.leave'));

  return (
    <div className={styles.editor}>
      <EditorHeader
        store={store}
        descriptors={descriptors}
        problems={problems}
        saving={saving}
        readOnly={readOnly}
        onSave={save}
        onRun={setRunId}
      />
      {isExecuted && isDesigner ? <ExecutedBanner id={state.saved.id} isRunning={runId !== null} /> : null}
      <div className={styles.body}>
        <FlowCanvas
          document={document}
          descriptors={descriptors}
          mode={readOnly ? 'view' : 'edit'}
          problems={problems.byKey}
          overlay={overlay}
          selected={state.selected}
          onSelect={state.select}
          onOpen={state.open}
          commands={commands}
          covered={state.opened === null ? 0 : DRAWER}
        />
        <div ref={setLayer} className={styles.layer} />
        {runId ? <RunPanel key={runId} id={runId} onClose={() => setRunId(null)} /> : null}
      </div>
      {layer ? (
        <Drawers layer={layer} store={store} descriptors={descriptors} errors={problems.errors} readOnly={readOnly} />
      ) : null}
      {saving.theirs ? <ConflictDialog mine={document} theirs={saving.theirs} onResolve={saving.resolve} /> : null}
    </div>
  );
}

/** Leaving with unsaved changes is asked about, within the application and out of it. */
function useUnsavedGuard(isUnsaved: () => boolean, question: string) {
  const { modal } = App.useApp();
  const { t } = useTranslation('editor');
  useBlocker({
    shouldBlockFn: async () =>
      isUnsaved() && !(await modal.confirm({ title: question, okText: t('save.discard'), cancelText: t('save.stay') })),
    enableBeforeUnload: isUnsaved,
  });
}
