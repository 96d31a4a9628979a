import { useMutation } from '@tanstack/react-query';
import { Alert, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { executeVersion } from '@/api/queries/versions';
import { JsonEditor } from '@/components/json/JsonEditor';
import type { EditorStore } from '../editorStore';
import type { Descriptors } from '../model/descriptors';
import styles from './run.module.css';
import { useContexts, type ContextSource } from './useContexts';

interface Props {
  store: EditorStore;
  descriptors: Descriptors;
  save: () => Promise<boolean>;
  onRun: (executionId: string) => void;
  onClose: () => void;
}

/** Chooses the context of a run: a sample, the pinned one, the newest execution's, or anything typed. */
export function RunDialog({ store, descriptors, save, onRun, onClose }: Props) {
  const { t } = useTranslation('editor');
  const { history, saved } = useStore(store);
  const contexts = useContexts(saved, history.present, descriptors);
  const [chosen, setChosen] = useState<ContextSource | null>(null);
  const source = chosen ?? (contexts.pinned === undefined ? 'sample' : 'pinned');
  const initial = JSON.stringify(contexts[source] ?? {}, null, 2);
  const [typed, setTyped] = useState<{ source: ContextSource; text: string } | null>(null);
  const text = typed?.source === source ? typed.text : initial;
  const context = parsed(text);
  const run = useMutation({
    mutationFn: async () => ((await save()) ? executeVersion(store.getState().saved.id, context) : null),
    onSuccess: (id) => {
      if (!id) return onClose();
      const now = store.getState().saved;
      store.getState().setSaved({ ...now, view: { ...now.view, executed: true } });
      onRun(id);
    },
  });
  const sources = (['sample', 'pinned', 'last'] as const).filter((name) => contexts[name] !== undefined);
  return (
    <Modal
      open
      title={t('run.title')}
      okText={t('run.ok')}
      okButtonProps={{ disabled: context === undefined, loading: run.isPending }}
      cancelText={t('cancel')}
      width={640}
      onOk={() => run.mutate()}
      onCancel={onClose}
    >
      <div className={styles.dialog}>
        <Segmented
          aria-label={t('run.source')}
          value={source}
          onChange={setChosen}
          options={sources.map((name) => ({ value: name, label: t(`run.${name}`) }))}
        />
        <div className={styles.json}>
          <JsonEditor
            key={`${source} ${initial}`}
            initial={initial}
            label={t('run.context')}
            onChange={(next) => setTyped({ source, text: next })}
          />
        </div>
        {context === undefined ? <Alert type="error" showIcon title={t('run.notObject')} /> : null}
        {run.error ? <Alert type="error" showIcon title={run.error.message} /> : null}
        <p className={styles.hint}>{t('run.hint')}</p>
      </div>
    </Modal>
  );
}

/** The object in the text, or undefined. */
function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
