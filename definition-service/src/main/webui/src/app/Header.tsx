import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePlaceLabel } from '@/components/place';
import styles from './Header.module.css';
import { sectionOf } from './sections';
import { UserMenu } from './UserMenu';

export function Header() {
  return (
    <header className={styles.header}>
      <Breadcrumb />
      <UserMenu />
    </header>
  );
}

/** Where the page stands: its section, and what of it is shown. */
function Breadcrumb() {
  const { t } = useTranslation();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const label = usePlaceLabel((state) => state.label);
  const section = sectionOf(path);
  if (!section) return <span />;
  const name = t(`nav.${section.name}`);
  return (
    <nav aria-label={t('nav.place')} className={styles.place}>
      <ol>
        {path === section.to ? (
          <li aria-current="page">{name}</li>
        ) : (
          <>
            <li>
              <Link to={section.to} search={{}}>
                {name}
              </Link>
            </li>
            <li aria-current="page">{label}</li>
          </>
        )}
      </ol>
    </nav>
  );
}
