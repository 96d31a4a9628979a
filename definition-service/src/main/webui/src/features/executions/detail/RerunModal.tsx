import { useNavigate } from '@tanstack/react-router';
import { Alert, Modal, Select, Switch } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRerun, type Execution } from '@/api/queries/executions';
import { JsonEditor } from '@/components/json/JsonEditor';
import { parsed } from '@/components/json/parsed';
import type { Names } from '../useNames';
import { rerunStarts, type RerunStart } from '../model/rerun';
import styles from './RerunModal.module.css';

export type { RerunStart };

interface Props {
  execution: Execution;
  names: Names;
  start: RerunStart;
  onClose: () => void;
}

function useStarts(execution: Execution, names: Names) {
  const { t } = useTranslation('executions');
  const found = rerunStarts(execution.jobs);
  const options = [
    { value: -1, label: t('rerun.fromBeginning') },
    ...found.map(({ nodeKey = '', path }, value) => ({
      value,
      label: path ? `${names.node(nodeKey)} · ${path}` : names.node(nodeKey),
    })),
  ];
  return { found, options };
}

/** Begins a new execution at a node of this one, with the same or another context. */
export function RerunModal({ execution, names, start, onClose }: Props) {
  const { t } = useTranslation('executions');
  const navigate = useNavigate();
  const rerun = useRerun(execution.id);
  const { found, options } = useStarts(execution, names);
  const [chosen, setChosen] = useState(() =>
    found.findIndex((one) => one.nodeKey === start.nodeKey && one.path === start.path),
  );
  const [edited, setEdited] = useState(false);
  const [initial] = useState(() => JSON.stringify(execution.context ?? null, null, 2));
  const [text, setText] = useState(initial);
  const [fromId, editId] = [useId(), useId()];
  const context = parsed(text);

  const begin = () =>
    rerun.mutate(
      { ...found[chosen], ...(edited && context ? { context: context.value } : {}) },
      {
        onSuccess: (id) => {
          onClose();
          void navigate({ to: '/executions/$id', params: { id }, search: {} });
        },
      },
    );

  return (
    <Modal
      open
      width={680}
      title={t('rerun.title')}
      okText={t('rerun.begin')}
      cancelText={t('bulk.back')}
      okButtonProps={{ disabled: edited && !context, loading: rerun.isPending }}
      onOk={begin}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <p>{t('rerun.explain')}</p>
        <label htmlFor={fromId}>{t('rerun.from')}</label>
        <Select
          id={fromId}
          value={chosen}
          onChange={setChosen}
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
        />
        <label htmlFor={editId} className={styles.switch}>
          <Switch id={editId} size="small" checked={edited} onChange={setEdited} />
          {t('rerun.editContext')}
        </label>
        {edited && <JsonEditor initial={initial} label={t('rerun.context')} onChange={setText} />}
        {edited && !context && <Alert type="error" showIcon title={t('json.invalid')} />}
        {rerun.isError && <Alert type="error" showIcon title={rerun.error.message} />}
      </div>
    </Modal>
  );
}
