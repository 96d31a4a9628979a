import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Message } from '@/components/Message';
import { HistoryOutlined } from '@/components/icons';
import { isFiltered, type ExecutionSearch } from '../search';

/** Why the list is empty, and the way on from there. */
export function NoExecutions({ search, onClear }: { search: ExecutionSearch; onClear: () => void }) {
  const { t } = useTranslation('executions');
  const navigate = useNavigate();
  if (isFiltered(search)) {
    return (
      <Message title={t('empty.filtered')} actions={<Button onClick={onClear}>{t('list.clear')}</Button>}>
        {t('empty.filteredHint')}
      </Message>
    );
  }
  return (
    <Message
      icon={<HistoryOutlined />}
      title={t('empty.none')}
      actions={
        <Button type="primary" onClick={() => void navigate({ to: '/workflows', search: {} })}>
          {t('empty.toWorkflows')}
        </Button>
      }
    >
      {t('empty.noneHint')}
    </Message>
  );
}
