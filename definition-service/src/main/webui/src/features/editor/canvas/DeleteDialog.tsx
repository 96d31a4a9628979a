import { Alert, Modal, Radio, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownBranches } from '../model/branches';
import type { Descriptors } from '../model/descriptors';
import type { BranchIndex, FlowDocument } from '../model/document';
import { occupiedBranches, referencesTo } from '../model/operations';
import { findItem, keysOf, toTree } from '../model/tree';
import { titleOf } from './titleOf';

interface Props {
  document: FlowDocument;
  descriptors: Descriptors;
  /** Of a run. */
  keys: readonly string[];
  onDelete: (keep: BranchIndex | null) => void;
  onClose: () => void;
}

/** Asks before nodes go: of one, which of its branches stays; and that others read their results. */
export function DeleteDialog({ document, descriptors, keys, onDelete, onClose }: Props) {
  const { t } = useTranslation('editor');
  const [keep, setKeep] = useState<BranchIndex | null>(null);
  const { root } = toTree(document.nodes);
  const items = keys.map((key) => findItem(root, key)).filter((item) => item !== undefined);
  const branches = keys.length === 1 ? branchesOf(document, descriptors, keys[0] ?? '', t('branch.error')) : [];
  // A node that hangs on nothing is in no tree; it can go as well.
  const gone = new Set([...keys, ...keysOf(items)]);
  const kept = keysOf(items.flatMap((item) => item.branches.find(({ index }) => index === keep)?.items ?? []));
  kept.forEach((key) => gone.delete(key));
  const readers = new Set(referencesTo(document.nodes, gone).map((reference) => reference.nodeKey));
  const titles = document.nodes.filter(({ key }) => readers.has(key)).map(({ title, key }) => title || key);
  const inside = gone.size + kept.size - keys.length;
  return (
    <Modal
      open
      title={t('delete.title', { title: titleOf(document.nodes, keys, t) })}
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
              <Radio value="none">{t('delete.all', { count: inside })}</Radio>
              {branches.map(({ index, title }) => (
                <Radio key={index} value={index}>
                  {t('delete.keep', { branch: title })}
                </Radio>
              ))}
            </Space>
          </Radio.Group>
        ) : null}
        {keys.length > 1 && inside > 0 ? <div>{t('delete.inside', { count: inside })}</div> : null}
        {titles.length > 0 ? (
          <Alert type="warning" showIcon title={t('delete.readers', { titles: titles.join(', ') })} />
        ) : null}
      </Space>
    </Modal>
  );
}

/** The branches of a node that have nodes in them, as they are drawn. */
function branchesOf(document: FlowDocument, descriptors: Descriptors, key: string, errorTitle: string) {
  const node = document.nodes.find((found) => found.key === key);
  if (!node) return [];
  const occupied = occupiedBranches(document.nodes, key);
  const shown = shownBranches(node, occupied, descriptors.nodes.get(node.type), errorTitle);
  return shown.filter(({ index }) => occupied.includes(index));
}
