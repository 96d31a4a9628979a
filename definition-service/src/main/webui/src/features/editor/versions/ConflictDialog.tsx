import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReadVersion } from '@/api/queries/versions';
import { diff } from '../model/diff';
import type { FlowDocument } from '../model/document';
import { DiffView } from './DiffView';

interface Props {
  mine: FlowDocument;
  theirs: ReadVersion;
  onResolve: (how: 'mine' | 'theirs' | 'later') => void;
}

/** Somebody else saved first: what differs, and whose work stays. */
export function ConflictDialog({ mine, theirs, onResolve }: Props) {
  const { t } = useTranslation('editor');
  return (
    <Modal
      open
      title={t('conflict.title', { by: theirs.view.updatedBy })}
      width={760}
      onCancel={() => onResolve('later')}
      footer={[
        <Button key="later" onClick={() => onResolve('later')}>
          {t('conflict.later')}
        </Button>,
        <Button key="theirs" onClick={() => onResolve('theirs')}>
          {t('conflict.theirs')}
        </Button>,
        <Button key="mine" danger onClick={() => onResolve('mine')}>
          {t('conflict.mine')}
        </Button>,
      ]}
    >
      <p>{t('conflict.text')}</p>
      <DiffView diff={diff(theirs.document, mine)} />
    </Modal>
  );
}
