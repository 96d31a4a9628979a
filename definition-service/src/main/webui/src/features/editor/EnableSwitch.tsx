import { useMutation } from '@tanstack/react-query';
import { App, Modal, Radio, Space, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { disableVersion, enableVersion, useVersionChanged, type ReadVersion } from '@/api/queries/versions';
import type { EditorStore } from './editorStore';

type Running = 'finish' | 'cancel';

/** Enables the version, as saved; disabling asks what becomes of executions under way. */
export function EnableSwitch({ store, save }: { store: EditorStore; save: () => Promise<boolean> }) {
  const { t } = useTranslation('editor');
  const { message } = App.useApp();
  const { saved, setSaved } = useStore(store);
  const [isAsking, setAsking] = useState(false);
  const [running, setRunning] = useState<Running>('finish');
  const changed = useVersionChanged();
  const { mutate, isPending } = useMutation({
    mutationFn: async (enable: boolean): Promise<ReadVersion | null> => {
      if (!enable) return disableVersion(saved.id, running);
      // Saving may have made a new version of it: that one is meant.
      if (!(await save())) return null;
      const now = store.getState().saved;
      return enableVersion(now.id, now.etag);
    },
    onSuccess: (version) => {
      if (version) setSaved(version);
      return changed();
    },
    onError: (error) => void message.error(error.message),
  });
  const isEnabled = saved.view.enabled === true;
  return (
    <>
      <Switch
        checked={isEnabled}
        loading={isPending}
        aria-label={t('enable.label')}
        checkedChildren={t('enable.on')}
        unCheckedChildren={t('enable.off')}
        onChange={(wanted) => (wanted ? mutate(true) : setAsking(true))}
      />
      <Modal
        open={isAsking}
        title={t('enable.disable')}
        okText={t('enable.ok')}
        cancelText={t('cancel')}
        width={440}
        onCancel={() => setAsking(false)}
        onOk={() => {
          setAsking(false);
          mutate(false);
        }}
      >
        <Radio.Group
          aria-label={t('enable.running')}
          value={running}
          onChange={({ target }) => setRunning(target.value as Running)}
        >
          <Space orientation="vertical">
            <Radio value="finish">{t('enable.finish')}</Radio>
            <Radio value="cancel">{t('enable.cancel')}</Radio>
          </Space>
        </Radio.Group>
      </Modal>
    </>
  );
}
