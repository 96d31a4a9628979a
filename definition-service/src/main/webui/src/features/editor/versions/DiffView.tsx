import { Empty, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { isSame, type DocumentDiff, type FieldChange, type NodeChange } from '../model/diff';
import type { Json } from '../model/document';
import styles from './versions.module.css';

const COLOURS: Record<NodeChange['kind'], string> = {
  added: 'success',
  removed: 'error',
  changed: 'processing',
  moved: 'warning',
};

/** The differences between two documents, node by node and field by field. */
export function DiffView({ diff }: { diff: DocumentDiff }) {
  const { t } = useTranslation('editor');
  if (isSame(diff)) return <Empty description={t('diff.same')} image={Empty.PRESENTED_IMAGE_SIMPLE} />;
  return (
    <div className={styles.diff}>
      {diff.fields.length > 0 ? (
        <section>
          <h3>{t('diff.workflow')}</h3>
          <Fields fields={diff.fields} />
        </section>
      ) : null}
      {diff.nodes.map((node) => (
        <section key={node.key}>
          <h3>
            <Tag color={COLOURS[node.kind]}>{t(`diff.${node.kind}`)}</Tag> {node.title || node.key}{' '}
            <code className={styles.key}>{node.key}</code>
          </h3>
          <Fields fields={node.fields} />
        </section>
      ))}
    </div>
  );
}

function Fields({ fields }: { fields: FieldChange[] }) {
  const { t } = useTranslation('editor');
  if (fields.length === 0) return null;
  return (
    <table className={styles.fields}>
      <thead className="visually-hidden">
        <tr>
          <th>{t('diff.field')}</th>
          <th>{t('diff.before')}</th>
          <th>{t('diff.after')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ pointer, before, after }) => (
          <tr key={pointer}>
            <th scope="row">{pointer.slice(1).replaceAll('/', ' › ')}</th>
            <td>{before === undefined ? null : <del>{text(before)}</del>}</td>
            <td>{after === undefined ? null : <ins>{text(after)}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function text(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
