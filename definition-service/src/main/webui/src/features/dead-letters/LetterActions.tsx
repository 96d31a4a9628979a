import { App, Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/queries/may';
import { useHandleLetter, type DeadLetter } from '@/api/queries/deadLetters';
import { DeleteOutlined, SendOutlined } from '@/components/icons';

/** Sends the record again, or lays it aside; both only once, and only after a question. */
export function LetterActions({ letter, small = false }: { letter: DeadLetter; small?: boolean }) {
  const { t } = useTranslation('deadLetters');
  const { modal, message } = App.useApp();
  const handle = useHandleLetter();
  const may = useMay();
  if (letter.state !== 'OPEN' || !may.oversee) return null;

  const begin = async (how: 'replay' | 'discard') => {
    const agreed = await modal.confirm({
      title: t(`ask.${how}`),
      content: t(`explain.${how}`, { topic: letter.topic ?? '' }),
      okText: t(`action.${how}`),
      cancelText: t('back'),
      okButtonProps: { danger: how === 'discard' },
    });
    if (!agreed) return;
    handle.mutate(
      { id: letter.id, how },
      {
        onSuccess: () => void message.success(t(`done.${how}`)),
        onError: (error) => void message.error(error.message),
      },
    );
  };
  const isBusy = (how: 'replay' | 'discard') => handle.isPending && handle.variables.how === how;

  return (
    <Space size={6}>
      <Button
        size={small ? 'small' : 'middle'}
        icon={<SendOutlined />}
        loading={isBusy('replay')}
        onClick={() => void begin('replay')}
      >
        {t('action.replay')}
      </Button>
      <Button
        size={small ? 'small' : 'middle'}
        danger
        icon={<DeleteOutlined />}
        loading={isBusy('discard')}
        onClick={() => void begin('discard')}
      >
        {t('action.discard')}
      </Button>
    </Space>
  );
}
