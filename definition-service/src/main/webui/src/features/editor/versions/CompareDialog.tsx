import { useQuery } from '@tanstack/react-query';
import { Alert, Modal, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { readVersion, type ReadVersion } from '@/api/queries/versions';
import { diff } from '../model/diff';
import type { FlowDocument } from '../model/document';
import { DiffView } from './DiffView';

interface Props {
  /** As it is edited now. */
  document: FlowDocument;
  saved: ReadVersion;
  versions: Schemas['WorkflowSummary'][];
  onClose: () => void;
}

/** What differs between the document as it is edited and a version as it is saved. */
export function CompareDialog({ document, saved, versions, onClose }: Props) {
  const { t } = useTranslation('editor');
  const before = versions.find(({ version = 0 }) => version < (saved.view.version ?? 0));
  const [other, setOther] = useState(before?.id ?? versions.find(({ id }) => id !== saved.id)?.id ?? saved.id);
  const { data, error } = useQuery({
    queryKey: ['workflows', 'compared', other],
    queryFn: () => readVersion(other),
  });
  return (
    <Modal open title={t('diff.title', { number: saved.view.version })} footer={null} width={760} onCancel={onClose}>
      <Select
        aria-label={t('diff.with')}
        value={other}
        style={{ width: '100%', marginBottom: 12 }}
        onChange={setOther}
        options={versions.map(({ id = '', version, updatedBy }) => ({
          value: id,
          label: t(id === saved.id ? 'diff.lastSaved' : 'diff.version', { number: version, by: updatedBy }),
        }))}
      />
      {error ? <Alert type="error" title={error.message} /> : null}
      {data ? <DiffView diff={diff(data.document, document)} /> : <Skeleton active />}
    </Modal>
  );
}
