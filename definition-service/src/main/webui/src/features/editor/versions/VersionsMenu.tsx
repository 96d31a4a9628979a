import { useNavigate } from '@tanstack/react-router';
import { App, Button, Dropdown, type MenuProps, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Schemas } from '@/api/client';
import { reviseVersion, useVersionChanged } from '@/api/queries/versions';
import { Moment } from '@/components/Moment';
import { DownOutlined } from '@/components/icons';
import type { EditorStore } from '../editorStore';
import { useIsDesigner } from '../useIsDesigner';
import { CompareDialog } from './CompareDialog';
import styles from './versions.module.css';

/** All versions of the workflow: to go to, to compare with, and to make another one. */
export function VersionsMenu({ store, readOnly }: { store: EditorStore; readOnly: boolean }) {
  const { t } = useTranslation('editor');
  const { saved, history } = useStore(store);
  const [isComparing, setComparing] = useState(false);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const changed = useVersionChanged();
  const isDesigner = useIsDesigner();
  const versions = [...(saved.view.versions ?? [])].reverse();
  const go = (id: string) => void navigate({ to: '/workflows/$id', params: { id } });
  const revise = async () => {
    try {
      const revision = await reviseVersion(saved.id);
      void changed();
      go(revision.id);
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error));
    }
  };
  const items: MenuProps['items'] = [
    {
      ...{ type: 'group', label: t('versions.title'), key: 'versions' },
      children: versions.map((version) => ({
        key: version.id ?? '',
        label: <VersionLabel version={version} />,
        onClick: () => go(version.id ?? ''),
      })),
    },
    { type: 'divider' },
    {
      key: 'compare',
      label: t('versions.compare'),
      disabled: versions.length < 2 && readOnly,
      onClick: () => setComparing(true),
    },
    ...(isDesigner ? [{ key: 'revise', label: t('versions.revise'), onClick: () => void revise() }] : []),
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, selectedKeys: [saved.id], className: styles.menu ?? '' }}>
        <Button iconPlacement="end" icon={<DownOutlined />}>
          {t('versions.button', { number: saved.view.version })}
        </Button>
      </Dropdown>
      {isComparing ? (
        <CompareDialog
          document={history.present}
          saved={saved}
          versions={versions}
          onClose={() => setComparing(false)}
        />
      ) : null}
    </>
  );
}

function VersionLabel({ version }: { version: Schemas['WorkflowSummary'] }) {
  const { t } = useTranslation('editor');
  return (
    <span className={styles.version}>
      <strong>{t('versions.number', { number: version.version })}</strong>
      {version.current ? <Tag>{t('versions.current')}</Tag> : null}
      {version.enabled ? <Tag color="success">{t('versions.enabled')}</Tag> : null}
      {version.executed ? <Tag>{t('versions.executed')}</Tag> : null}
      <span className={styles.when}>
        <Moment at={version.updatedAt} /> {version.updatedBy}
      </span>
    </span>
  );
}
