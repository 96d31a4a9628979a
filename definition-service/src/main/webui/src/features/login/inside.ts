/** Where to go after the login: only to places of this site, whatever the address says. */
export function inside(to: string | undefined): string {
  if (!to) return '/';
  const target = new URL(to, window.location.origin);
  return target.origin === window.location.origin ? `${target.pathname}${target.search}${target.hash}` : '/';
}
