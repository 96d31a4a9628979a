import { Outlet } from '@tanstack/react-router';

/** What surrounds every page of a signed-in user. */
export function Shell() {
  return (
    <main id="main">
      <Outlet />
    </main>
  );
}
