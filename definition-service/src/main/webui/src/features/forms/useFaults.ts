import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldError } from '@/api/problem';
import { check } from './schema/check';
import type { Schema } from './schema/types';

/** What the service has found, and what the form finds by itself at places of which the service has said nothing. */
export function useFaults(schema: Schema, value: unknown, errors: readonly FieldError[]): readonly FieldError[] {
  const { t } = useTranslation('forms');
  return useMemo(() => {
    const told = new Set(errors.map((error) => error.pointer));
    const own = check(schema, value)
      .filter((finding) => !told.has(finding.pointer))
      .map(({ pointer, fault }) => ({ pointer, code: fault.code, detail: t(`check.${fault.code}`, { ...fault }) }));
    return [...errors, ...own];
  }, [schema, value, errors, t]);
}
