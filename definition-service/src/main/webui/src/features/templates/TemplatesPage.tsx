import { useNavigate } from '@tanstack/react-router';
import { Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDescriptors } from '@/api/queries/catalogue';
import { useMay } from '@/api/queries/may';
import { useTemplate, useTemplates, type WorkflowTemplate } from '@/api/queries/templates';
import { Failed } from '@/components/Message';
import { Page } from '@/components/Page';
import { useShowError } from '@/components/useShowError';
import { TemplateCard } from './TemplateCard';
import styles from './TemplatesPage.module.css';

/** Stands for all categories; none can be called so, as names are not empty. */
const ALL = '';

export function TemplatesPage() {
  const { t } = useTranslation(['templates', 'common']);
  const templates = useTemplates();
  const descriptors = useDescriptors();
  const [category, choose] = useState(ALL);
  const failed = templates.error ?? descriptors.error;
  const retry = () => void Promise.all([templates.refetch(), descriptors.refetch()]);
  const all = templates.data ?? [];
  const categories = [...new Set(all.flatMap((template) => template.categories))];
  const shown = category === ALL ? all : all.filter((template) => template.categories.includes(category));
  return (
    <Page title={t('title')} description={t('description')}>
      {failed ? (
        <Failed
          title={t('common:error.loading')}
          detail={failed.message}
          again={t('common:error.again')}
          retry={retry}
        />
      ) : templates.data && descriptors.data ? (
        <>
          <Segmented
            className={styles.categories}
            aria-label={t('category')}
            value={category}
            onChange={choose}
            options={[{ value: ALL, label: t('all') }, ...categories.map((value) => ({ value, label: value }))]}
          />
          <Gallery templates={shown} descriptors={descriptors.data} />
        </>
      ) : (
        <Skeleton active />
      )}
    </Page>
  );
}

interface GalleryProps {
  templates: WorkflowTemplate[];
  descriptors: Parameters<typeof TemplateCard>[0]['descriptors'];
}

function Gallery({ templates, descriptors }: GalleryProps) {
  const may = useMay();
  const [using, use] = useUse();
  return (
    <ul className={styles.gallery}>
      {templates.map((template) => (
        <li key={template.id}>
          <TemplateCard
            template={template}
            descriptors={descriptors}
            busy={using === template.id}
            onUse={may.design ? () => use(template) : undefined}
          />
        </li>
      ))}
    </ul>
  );
}

/** Makes a workflow of a template and goes there; tells which one is under way. */
function useUse(): [string | undefined, (template: WorkflowTemplate) => void] {
  const navigate = useNavigate();
  const create = useTemplate();
  const onError = useShowError();
  const [using, setUsing] = useState<string>();
  const use = ({ id, document }: WorkflowTemplate) => {
    setUsing(id);
    create.mutate(document, {
      onError,
      onSettled: () => setUsing(undefined),
      onSuccess: (version) => void navigate({ to: '/workflows/$id', params: { id: version } }),
    });
  };
  return [using, use];
}
