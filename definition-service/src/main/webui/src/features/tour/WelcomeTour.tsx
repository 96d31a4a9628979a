import { useNavigate } from '@tanstack/react-router';
import { Alert, Tour, type TourStepProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/queries/may';
import { useFirstRun } from './firstRun';
import { useTour } from './state';

/** Places of the navigation that are shown, in the order of a workflow's life. */
const PLACES = ['workflows', 'templates', 'executions'] as const;

/** A few words on where things are; for whom may, it ends with a first workflow that runs. */
export function WelcomeTour() {
  const { t } = useTranslation('tour');
  const { design } = useMay();
  const end = useTour((state) => state.end);
  const navigate = useNavigate();
  const first = useFirstRun(t('run.missing'));
  const run = () =>
    first.mutate(undefined, {
      onSuccess: (id) => {
        end();
        void navigate({ to: '/executions/$id', params: { id } });
      },
    });
  const steps: TourStepProps[] = [
    { title: t('welcome.title'), description: t('welcome.text'), nextButtonProps: { children: t('next') } },
    ...PLACES.map((place) => ({
      title: t(`${place}.title`),
      description: t(`${place}.text`),
      placement: 'right' as const,
      target: () => document.querySelector<HTMLElement>(`[data-tour=${place}]`) ?? document.body,
      nextButtonProps: { children: t(design || place !== 'executions' ? 'next' : 'finish') },
      prevButtonProps: { children: t('back') },
    })),
    ...(design
      ? [
          {
            title: t('run.title'),
            description: <Run error={first.error} />,
            nextButtonProps: { children: t(first.isPending ? 'run.busy' : 'run.button') },
            prevButtonProps: { children: t('back') },
          },
        ]
      : []),
  ];
  return <Tour open steps={steps} onClose={end} onFinish={design ? run : end} />;
}

function Run({ error }: { error: Error | null }) {
  const { t } = useTranslation('tour');
  return (
    <>
      {t('run.text')}
      <div aria-live="assertive">{error ? <Alert type="error" showIcon title={error.message} /> : null}</div>
    </>
  );
}
