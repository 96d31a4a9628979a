import { useTranslation } from 'react-i18next';
import { useLiveTest } from '@/api/queries/nodeTest';
import { useForm } from './FormContext';
import { useDebounced } from './useDebounced';
import { pathsIn } from './variables/template';
import { preview } from './variables/tree';
import { isGiven, variablesFor } from './variables/samples';

/** Long enough that a word is typed to its end, short enough to seem immediate. */
const PAUSE = 400;

/** What an expression gives for the samples, as the real worker calculates it. */
export function LiveResult({ engine, expression }: { engine: string; expression: string }) {
  const { t } = useTranslation('forms');
  const { variables } = useForm();
  const source = useDebounced(expression, PAUSE);
  const { data, error } = useLiveTest({
    type: 'calculation',
    config: { engine, expression: source },
    variables: variablesFor(variables, pathsIn(source).filter(isGiven)),
  });
  if (error) return <span>{error.message}</span>;
  if (!data) return <span>{t('live.waiting')}</span>;
  const good = data.status.toLowerCase() === 'resolved';
  return (
    <>
      <span>{t(good ? 'live.result' : 'live.failed')}</span>
      <code>{good ? preview(data.result) : data.log || preview(data.result)}</code>
    </>
  );
}
