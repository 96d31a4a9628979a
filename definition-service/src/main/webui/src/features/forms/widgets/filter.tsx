import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBuilder } from '../filter/FilterBuilder';
import { readFilter, writeFilter, type FilterGroup } from '../filter/model';
import { FieldErrors } from '../FieldErrors';
import { errorsAt } from '../errorsAt';
import { useForm } from '../FormContext';
import { useCollection } from '../useCollection';
import type { Widget, WidgetProps } from './types';

/** Which records are meant, as groups of conditions. A filter that nobody touches stays as it was written. */
function Filter({ value, onChange, pointer, around }: WidgetProps) {
  const { t } = useTranslation('forms');
  const { errors } = useForm();
  const { name, paths } = useCollection(around);
  const [draft, setDraft] = useState<{ group: FilterGroup; value: unknown }>();
  // A group without conditions has no JSON of its own: it lives here until the value is changed from elsewhere.
  const group = draft && same(draft.value, value) ? draft.group : readFilter(value);
  const put = (next: FilterGroup) => {
    const written = writeFilter(next);
    setDraft({ group: next, value: written });
    onChange(written);
  };
  const inside = errorsAt(errors, pointer, 'below').filter((error) => error.pointer !== pointer);
  return (
    <>
      {name === undefined && <Alert type="info" title={t('filter.noCollection')} style={{ marginBottom: 8 }} />}
      <FilterBuilder group={group} onChange={put} paths={paths} />
      <FieldErrors errors={inside} />
    </>
  );
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export const filter: Widget = { component: Filter, layout: 'fields' };
