import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTour } from '@/features/tour/state';
import { Header } from './Header';
import { SideNav } from './SideNav';
import styles from './Shell.module.css';
import { useReturnToLogin } from './useReturnToLogin';

const COLLAPSED = 'millrace.nav.collapsed';
const NARROW = 1000;

const Tour = lazy(() => import('@/features/tour/WelcomeTour').then((file) => ({ default: file.WelcomeTour })));

/** What surrounds every page of a signed-in user. */
export function Shell() {
  const { t } = useTranslation();
  const [collapsed, toggle] = useCollapsed();
  const running = useTour((state) => state.running);
  const main = useFocusOnNewPage();
  useReturnToLogin();
  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip}>
        {t('nav.skip')}
      </a>
      <SideNav collapsed={collapsed} onToggle={toggle} />
      <div className={styles.column}>
        <Header />
        <main id="main" ref={main} tabIndex={-1} className={styles.main}>
          <Outlet />
        </main>
      </div>
      {running ? (
        <Suspense fallback={null}>
          <Tour />
        </Suspense>
      ) : null}
    </div>
  );
}

function useCollapsed(): [boolean, () => void] {
  const [collapsed, set] = useState(() => {
    const stored = localStorage.getItem(COLLAPSED);
    return stored === null ? window.innerWidth < NARROW : stored === 'true';
  });
  const toggle = () => {
    localStorage.setItem(COLLAPSED, String(!collapsed));
    set(!collapsed);
  };
  return [collapsed, toggle];
}

/** A screen reader begins to read at the focus, so a new page gets it; not when the first page is opened, nor for new filters. */
function useFocusOnNewPage() {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const main = useRef<HTMLElement>(null);
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (before.current !== undefined && path !== before.current) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return main;
}
