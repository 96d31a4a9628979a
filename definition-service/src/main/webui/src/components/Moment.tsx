import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { relative } from './time';
import { useNow } from './useNow';

/** A time as people say it ("3 minutes ago"), with the exact one on hover and focus. */
export function Moment({ at }: { at: string | null | undefined }) {
  const { i18n } = useTranslation();
  const now = useNow(30_000);
  if (!at) return null;
  const exact = new Date(at).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <Tooltip title={exact}>
      <time dateTime={at}>{relative(Date.parse(at), now, i18n.language)}</time>
    </Tooltip>
  );
}
