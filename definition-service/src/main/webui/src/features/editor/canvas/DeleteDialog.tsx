import { Alert, Modal, Radio, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownBranches } from '../model/branches';
import type { Descriptors } from '../model/descriptors';
import type { BranchIndex, FlowDocument } from '../model/document';
import { occupiedBranches, referencesTo } from '../model/operations';
import { findItem, keysOf, toTree } from '../model/tree';

interface Props {
  document: FlowDocument;
  descriptors: Descriptors;
  nodeKey: string;
  onDelete: (keep: BranchIndex | null) => void;
  onClose: () => void;
}

/** Asks before a node goes: which of its branches stays, and that others read its result. */
export function DeleteDialog({ document, descriptors, nodeKey, onDelete, onClose }: Props) {
  const { t } = useTranslation('editor');
  const [keep, setKeep] = useState<BranchIndex | null>(null);
  const node = document.nodes.find(({ key }) => key === nodeKey);
  const item = findItem(toTree(document.nodes).root, nodeKey);
  if (!node) return null;
  const occupied = occupiedBranches(document.nodes, nodeKey);
  const branches = shownBranches(node, occupied, descriptors.nodes.get(node.type), t('branch.error')).filter(
    ({ index }) => occupied.includes(index),
  );
  const gone = item ? keysOf([item]) : new Set([nodeKey]);
  const kept = item?.branches.find(({ index }) => index === keep)?.items ?? [];
  keysOf(kept).forEach((key) => gone.delete(key));
  const readers = new Set(referencesTo(document.nodes, gone).map((reference) => reference.nodeKey));
  const titles = document.nodes.filter(({ key }) => readers.has(key)).map(({ title, key }) => title || key);
  return (
    <Modal
      open
      title={t('delete.title', { title: node.title || nodeKey })}
      okText={t('delete.ok')}
      okButtonProps={{ danger: true, autoFocus: true }}
      cancelText={t('cancel')}
      onOk={() => onDelete(keep)}
      onCancel={onClose}
      width={460}
    >
      <Space orientation="vertical" size="middle" style={{ width: '100%' }}>
        {branches.length > 0 ? (
          <Radio.Group
            aria-label={t('delete.branches')}
            value={keep ?? 'none'}
            onChange={({ target }) => setKeep(target.value === 'none' ? null : (target.value as BranchIndex))}
          >
            <Space orientation="vertical">
              <Radio value="none">{t('delete.all', { count: gone.size + keysOf(kept).size - 1 })}</Radio>
              {branches.map(({ index, title }) => (
                <Radio key={index} value={index}>
                  {t('delete.keep', { branch: title })}
                </Radio>
              ))}
            </Space>
          </Radio.Group>
        ) : null}
        {titles.length > 0 ? (
          <Alert type="warning" showIcon title={t('delete.readers', { titles: titles.join(', ') })} />
        ) : null}
      </Space>
    </Modal>
  );
}
