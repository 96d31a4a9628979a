import { Button, Input, Space, Tag, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { RedoOutlined, SaveOutlined, UndoOutlined } from '@/components/icons';
import { isDirty, type EditorStore } from './editorStore';
import { EnableSwitch } from './EnableSwitch';
import type { Descriptors } from './model/descriptors';
import { ProblemsButton } from './ProblemsButton';
import { RunButton } from './run/RunButton';
import { SaveState } from './SaveState';
import type { Problems } from './useProblems';
import type { Saving } from './useSaving';
import { VersionsMenu } from './versions/VersionsMenu';
import styles from './editor.module.css';

interface Props {
  store: EditorStore;
  descriptors: Descriptors;
  problems: Problems;
  saving: Saving;
  readOnly: boolean;
  onSave: () => Promise<void>;
  onRun: (executionId: string) => void;
}

/** What the version is called, how it stands, and what can be done with the whole of it. */
export function EditorHeader({ store, descriptors, problems, saving, readOnly, onSave, onRun }: Props) {
  const { t } = useTranslation('editor');
  const { history, apply, undo, redo, saved, open } = useStore(store);
  const dirty = useStore(store, isDirty);
  return (
    <header className={styles.header}>
      <h1 className="visually-hidden">{history.present.title}</h1>
      <Input
        className={styles.title ?? ''}
        variant="borderless"
        aria-label={t('header.title')}
        value={history.present.title}
        maxLength={200}
        readOnly={readOnly}
        onChange={({ target }) => apply((document) => ({ ...document, title: target.value }), 'title')}
      />
      <Tooltip title={t(history.present.sync ? 'header.syncHelp' : 'header.asyncHelp')}>
        <Tag>{t(history.present.sync ? 'header.sync' : 'header.async')}</Tag>
      </Tooltip>
      <SaveState dirty={dirty} saving={saving} readOnly={readOnly} blocked={problems.violations} />
      <div className={styles.actions}>
        {readOnly ? null : (
          <>
            <ProblemsButton problems={problems} onShow={(key) => open(key)} document={history.present} />
            <Space.Compact>
              <IconButton
                label={t('header.undo')}
                icon={<UndoOutlined />}
                disabled={history.past.length === 0}
                onClick={undo}
              />
              <IconButton
                label={t('header.redo')}
                icon={<RedoOutlined />}
                disabled={history.future.length === 0}
                onClick={redo}
              />
            </Space.Compact>
            <Button
              icon={<SaveOutlined />}
              type={dirty ? 'primary' : 'default'}
              disabled={!dirty}
              loading={saving.isSaving}
              onClick={() => void onSave()}
            >
              {t('header.save')}
            </Button>
          </>
        )}
        <VersionsMenu store={store} readOnly={readOnly} />
        <RunButton store={store} descriptors={descriptors} save={saving.save} onRun={onRun} />
        <EnableSwitch key={saved.id} store={store} save={saving.save} />
      </div>
    </header>
  );
}

interface IconButtonProps {
  label: string;
  icon: ReactNode;
  disabled: boolean;
  onClick: () => void;
}

function IconButton({ label, icon, disabled, onClick }: IconButtonProps) {
  return (
    <Tooltip title={label}>
      <Button icon={icon} aria-label={label} disabled={disabled} onClick={onClick} />
    </Tooltip>
  );
}
