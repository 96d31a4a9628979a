import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useForm } from '../FormContext';
import { below, parentOf } from '../schema/pointer';
import { isObject } from '../schema/types';
import type { Around } from '../schema/visible';
import { preview } from '../variables/tree';
import styles from '../forms.module.css';
import { EVERY, mappingOf, placesOf, type Place } from './infer';

interface Props {
  sample: unknown;
  /** Of the sample. */
  pointer: string;
  /** The list, in the same object, that the chosen places go to. */
  target: string;
  around: readonly Around[];
}

/** More places than anybody ticks one by one. */
const MOST = 200;

/** The places of a sample, to be ticked: each ticked one is an element of the mapping. */
export function SampleMapping({ sample, pointer, target, around }: Props) {
  const { t } = useTranslation('forms');
  const { readOnly, setAt } = useForm();
  const parent = around.at(-1)?.value;
  const list: unknown = isObject(parent) ? parent[target] : undefined;
  const chosen = (Array.isArray(list) ? list : []).filter(isObject);
  const pathOf = (item: Record<string, unknown>) =>
    Array.isArray(item['paths']) ? item['paths'].join('.') : item['path'];
  const tick = (place: Place, on: boolean) => {
    const path = place.steps.join('.');
    const keys = new Set(chosen.map((item) => String(item['key'] ?? item['name'])));
    setAt(
      below(parentOf(pointer), target),
      on ? [...chosen, mappingOf(place, keys)] : chosen.filter((item) => pathOf(item) !== path),
    );
  };
  return (
    <fieldset className={`${styles.plain} ${styles.card}`} style={{ maxHeight: 240, overflow: 'auto' }}>
      <legend className={styles.hidden}>{t('sample.places')}</legend>
      <div className={styles.hint}>{t('sample.places')}</div>
      {placesOf(sample)
        .slice(0, MOST)
        .map((place) => {
          const path = place.steps.join('.');
          return (
            <div key={path} className={styles.row}>
              <Checkbox
                disabled={readOnly}
                checked={chosen.some((item) => pathOf(item) === path)}
                onChange={(event) => tick(place, event.target.checked)}
              >
                {place.steps.map((step) => (step === EVERY ? '[ ]' : step)).join(' › ')}
              </Checkbox>
              <span className={styles.sample}>{preview(place.sample)}</span>
            </div>
          );
        })}
    </fieldset>
  );
}
