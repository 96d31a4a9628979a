import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useForm } from '../FormContext';
import type { Widget, WidgetProps } from './types';

const BITS = { created: 1, updated: 2, deleted: 4 } as const;

/** Which changes of a row count: 1 created, 2 updated, 3 both, 4 deleted. A deletion stands alone: there is no record left to speak of. */
function Mode({ id, value, onChange, labelledBy }: WidgetProps) {
  const { t } = useTranslation('forms');
  const { readOnly } = useForm();
  const mode = typeof value === 'number' ? value : 0;
  const choose = (bit: number, on: boolean) => {
    if (bit === BITS.deleted) return onChange(on ? bit : undefined);
    const rest = mode & ~BITS.deleted;
    const next = on ? rest | bit : rest & ~bit;
    onChange(next === 0 ? undefined : next);
  };
  return (
    <div id={id} role="group" aria-labelledby={labelledBy}>
      {Object.entries(BITS).map(([name, bit]) => (
        <Checkbox
          key={name}
          checked={(mode & bit) !== 0}
          disabled={readOnly}
          onChange={(event) => choose(bit, event.target.checked)}
        >
          {t(`mode.${name}`)}
        </Checkbox>
      ))}
    </div>
  );
}

export const collectionMode: Widget = { component: Mode, layout: 'control' };
