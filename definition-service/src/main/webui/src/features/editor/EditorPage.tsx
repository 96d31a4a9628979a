import { getRouteApi } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDescriptors } from '@/api/queries/catalogue';
import { useEditedVersion } from '@/api/queries/versions';
import { Failed } from '@/components/Message';
import { Editor } from './Editor';
import styles from './editor.module.css';

const route = getRouteApi('/shell/workflows/$id');

export function EditorPage() {
  const { id } = route.useParams();
  const { t } = useTranslation('editor');
  const version = useEditedVersion(id);
  const descriptors = useDescriptors();
  const failed = [version, descriptors].find(({ isError }) => isError);
  if (failed) {
    return (
      <Failed
        title={t('page.failed')}
        detail={failed.error?.message ?? ''}
        again={t('page.again')}
        retry={() => void failed.refetch()}
      />
    );
  }
  if (!version.data || !descriptors.data) {
    return (
      <div className={styles.loading} role="status" aria-label={t('page.loading')}>
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    );
  }
  return <Editor key={version.data.id} version={version.data} descriptors={descriptors.data} />;
}
