import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/queries/may';
import { useFirstRun } from './firstRun';
import { useTour } from './state';

/** The welcome, the places of the navigation in the order of a workflow's life, and for whom may a first workflow that runs. */
const STEPS = ['welcome', 'workflows', 'templates', 'executions'] as const;

type Step = (typeof STEPS)[number] | 'run';

/** A few words on where things are. */
export function WelcomeTour() {
  const { t } = useTranslation('tour');
  const steps: readonly Step[] = useMay().design ? [...STEPS, 'run'] : STEPS;
  const [at, go] = useState(0);
  const end = useTour((state) => state.end);
  const step = steps[at] ?? 'welcome';
  usePointer(step);
  const isLast = at === steps.length - 1;
  const onward = isLast ? (
    <Button type="primary" onClick={end}>
      {t('finish')}
    </Button>
  ) : (
    <Button type="primary" onClick={() => go(at + 1)}>
      {t('next')}
    </Button>
  );
  return (
    // Without a mask, so that the place which is spoken of can be seen.
    <Modal
      open
      centered
      mask={false}
      width={420}
      title={t(`${step}.title`)}
      onCancel={end}
      footer={
        <>
          {at > 0 ? <Button onClick={() => go(at - 1)}>{t('back')}</Button> : null}
          {step === 'run' ? <RunButton onEnd={end} /> : onward}
        </>
      }
    >
      <p aria-live="polite">{t(`${step}.text`)}</p>
    </Modal>
  );
}

/** Marks the entry of the navigation that is spoken of; its style sheet knows how. */
function usePointer(step: Step): void {
  useEffect(() => {
    const entry = document.querySelector(`[data-tour=${step}]`);
    entry?.setAttribute('data-tour-here', '');
    return () => entry?.removeAttribute('data-tour-here');
  }, [step]);
}

function RunButton({ onEnd }: { onEnd(): void }) {
  const { t } = useTranslation('tour');
  const navigate = useNavigate();
  const first = useFirstRun(t('run.missing'));
  const run = () =>
    first.mutate(undefined, {
      onSuccess: (id) => {
        onEnd();
        void navigate({ to: '/executions/$id', params: { id } });
      },
    });
  return (
    <>
      <Button type="primary" onClick={run} loading={first.isPending}>
        {t('run.button')}
      </Button>
      <div aria-live="assertive" style={{ marginTop: first.error ? 12 : 0, textAlign: 'start' }}>
        {first.error ? <Alert type="error" showIcon title={first.error.message} /> : null}
      </div>
    </>
  );
}
