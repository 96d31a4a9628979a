import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Message } from '@/components/Message';
import { BranchesOutlined, SearchOutlined } from '@/components/icons';

interface Props {
  /** Whether there might be some without the filters. */
  filtered: boolean;
  /** Absent for whom may not. */
  onCreate?: (() => void) | undefined;
}

export function NoWorkflows({ filtered, onCreate }: Props) {
  const { t } = useTranslation('workflows');
  const navigate = useNavigate();
  if (filtered) {
    return (
      <Message
        icon={<SearchOutlined />}
        title={t('nothingFound.title')}
        actions={
          <Button onClick={() => void navigate({ to: '/workflows', search: {} })}>{t('nothingFound.reset')}</Button>
        }
      >
        {t('nothingFound.detail')}
      </Message>
    );
  }
  return (
    <Message
      icon={<BranchesOutlined />}
      title={t('empty.title')}
      actions={
        onCreate ? (
          <>
            <Button type="primary" onClick={() => void navigate({ to: '/templates' })}>
              {t('empty.template')}
            </Button>
            <Button onClick={onCreate}>{t('empty.blank')}</Button>
          </>
        ) : null
      }
    >
      {t('empty.detail')}
    </Message>
  );
}
