import { useMe } from '@/api/queries/me';

/** Whether the user may change workflows; others look. */
export function useIsDesigner(): boolean {
  const { data } = useMe();
  return data?.roles.some((role) => role === 'admin' || role === 'designer') ?? false;
}
