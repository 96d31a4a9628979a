import { Button, Tag } from 'antd';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkflowTemplate } from '@/api/queries/templates';
import { TypeIcon } from '@/components/TypeIcon';
import type { Descriptors } from '@/features/editor/model/descriptors';
import { documentOf } from '@/features/editor/model/document';
import { FlowSketch } from './FlowSketch';
import styles from './TemplatesPage.module.css';

interface Props {
  template: WorkflowTemplate;
  descriptors: Descriptors;
  busy: boolean;
  /** Absent for whom may not. */
  onUse?: (() => void) | undefined;
}

export function TemplateCard({ template, descriptors, busy, onUse }: Props) {
  const { t } = useTranslation('templates');
  const title = useId();
  const { nodes } = useMemo(() => documentOf(template.document), [template.document]);
  const trigger = descriptors.triggers.get(template.triggerType);
  return (
    <article className={styles.card} aria-labelledby={title}>
      <div className={styles.drawing}>
        <FlowSketch nodes={nodes} descriptors={descriptors} />
      </div>
      <div className={styles.text}>
        <h2 id={title}>{template.title}</h2>
        <p className={styles.facts}>
          <TypeIcon name={trigger?.icon ?? ''} /> {trigger?.title ?? template.triggerType}
          <span aria-hidden>{t('separator')}</span>
          {t('steps', { count: nodes.length })}
        </p>
        {template.description ? <p className={styles.description}>{template.description}</p> : null}
      </div>
      <footer className={styles.footer}>
        <span className={styles.tags}>
          {template.categories.map((category) => (
            <Tag key={category} variant="filled">
              {category}
            </Tag>
          ))}
        </span>
        {onUse ? (
          <Button size="small" loading={busy} onClick={onUse} aria-label={t('useNamed', { title: template.title })}>
            {t('use')}
          </Button>
        ) : null}
      </footer>
    </article>
  );
}
