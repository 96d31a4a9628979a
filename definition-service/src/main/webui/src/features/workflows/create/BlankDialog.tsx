import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Modal, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDescriptors } from '@/api/queries/catalogue';
import { useCollectionNames } from '@/api/queries/collections';
import { useCreate } from '@/api/queries/workflows';
import { TypeIcon } from '@/components/TypeIcon';
import type { TriggerType } from '@/features/editor/model/descriptors';
import { collectionField, startingConfig } from './blank';
import styles from './create.module.css';
import { Refusal } from './Refusal';

interface Fields {
  title: string;
  type: string;
  collection?: string;
}

/** Begins a workflow with nothing but what starts it. */
export function BlankDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['workflows', 'common']);
  const navigate = useNavigate();
  const create = useCreate();
  const [form] = Form.useForm<Fields>();
  const triggers = [...(useDescriptors().data?.triggers.values() ?? [])];
  const type = Form.useWatch('type', form);
  const chosen = triggers.find((trigger) => trigger.type === type);
  const submit = ({ title, type, collection }: Fields) =>
    create.mutate(
      { title, type, nodes: [], config: chosen ? startingConfig(chosen, collection) : {} },
      { onSuccess: (id) => void navigate({ to: '/workflows/$id', params: { id } }) },
    );
  return (
    <Modal
      open
      title={t('create.title')}
      okText={t('common:actions.create')}
      cancelText={t('common:actions.cancel')}
      okButtonProps={{ loading: create.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={560}
    >
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={submit} className={styles.form}>
        <Form.Item name="title" label={t('create.name')} rules={[{ required: true, message: t('create.nameMissing') }]}>
          <Input placeholder={t('create.namePlaceholder')} maxLength={255} />
        </Form.Item>
        <Form.Item
          name="type"
          label={t('create.trigger')}
          rules={[{ required: true, message: t('create.triggerMissing') }]}
        >
          <Triggers triggers={triggers} />
        </Form.Item>
        {chosen && collectionField(chosen) ? <CollectionField /> : null}
        <div aria-live="polite">
          {create.error ? <Refusal title={t('create.refused')} error={create.error} /> : null}
        </div>
      </Form>
    </Modal>
  );
}

interface TriggersProps {
  triggers: TriggerType[];
  /** Given by the form. */
  value?: string;
  onChange?: (type: string) => void;
}

function Triggers({ triggers, value, onChange }: TriggersProps) {
  return (
    <Radio.Group
      className={styles.triggers}
      value={value}
      onChange={(event) => onChange?.(event.target.value as string)}
    >
      {triggers.map((trigger) => (
        <Radio key={trigger.type} value={trigger.type} className={styles.trigger}>
          <span className={styles.triggerTitle}>
            <TypeIcon name={trigger.icon} /> {trigger.title}
          </span>
          <span className={styles.help}>{trigger.help}</span>
        </Radio>
      ))}
    </Radio.Group>
  );
}

function CollectionField() {
  const { t } = useTranslation('workflows');
  const names = useCollectionNames(true);
  return (
    <Form.Item
      name="collection"
      label={t('create.collection')}
      rules={[{ required: true, message: t('create.collectionMissing') }]}
    >
      <Select
        showSearch
        loading={names.isPending}
        placeholder={t('create.collectionPlaceholder')}
        options={(names.data ?? []).map((value) => ({ value, label: value }))}
      />
    </Form.Item>
  );
}
