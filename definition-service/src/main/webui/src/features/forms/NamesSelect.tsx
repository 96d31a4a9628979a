import { useTranslation } from 'react-i18next';
import { TypedList } from './TypedList';
import type { WidgetProps } from './widgets/types';

/** Some of many names; others can be typed, where the collection is not known (yet). */
export function NamesSelect({ names, ...props }: WidgetProps & { names: string[] }) {
  const { t } = useTranslation('forms');
  return <TypedList {...props} offered={names} placeholder={t('names.placeholder')} />;
}
