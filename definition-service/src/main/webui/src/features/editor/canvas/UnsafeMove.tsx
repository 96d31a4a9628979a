import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FlowDocument } from '../model/document';
import type { MoveTarget } from '../model/operations';

interface Props {
  target: MoveTarget;
  document: FlowDocument;
  onMove: () => void;
  onClose: () => void;
}

/** Names the variables that a move would leave without a value. */
export function UnsafeMove({ target, document, onMove, onClose }: Props) {
  const { t } = useTranslation('editor');
  const titles = new Map(document.nodes.map(({ key, title }) => [key, title || key]));
  return (
    <Modal
      open
      title={t('move.unsafe')}
      okText={t('move.anyway')}
      cancelText={t('cancel')}
      onOk={onMove}
      onCancel={onClose}
      width={520}
    >
      <p>{t('move.reason')}</p>
      <ul>
        {target.broken.map(({ nodeKey, path, pointer }) => (
          <li key={`${nodeKey}${pointer}${path}`}>
            {t('move.broken', { title: titles.get(nodeKey) ?? nodeKey, variable: `{{${path}}}` })}
          </li>
        ))}
      </ul>
    </Modal>
  );
}
