import { Link } from '@tanstack/react-router';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { MenuFoldOutlined, MenuUnfoldOutlined } from '@/components/icons';
import { Logo } from './Logo';
import { groups, type Section } from './sections';
import styles from './SideNav.module.css';

interface Props {
  collapsed: boolean;
  onToggle(): void;
}

export function SideNav({ collapsed, onToggle }: Props) {
  const { t } = useTranslation();
  return (
    <nav className={styles.nav} data-collapsed={collapsed} aria-label={t('nav.label')}>
      <Link to="/workflows" search={{}} className={styles.brand} aria-label={t('product')}>
        <Logo />
        {collapsed ? null : <span>{t('product')}</span>}
      </Link>
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group.name} aria-label={t(`nav.groups.${group.name}`)}>
            {collapsed ? null : <div className={styles.group}>{t(`nav.groups.${group.name}`)}</div>}
            <ul className={styles.list}>
              {group.sections.map((section) => (
                <li key={section.name}>
                  <Entry section={section} collapsed={collapsed} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <button type="button" className={styles.toggle} onClick={onToggle} aria-expanded={!collapsed}>
        <span aria-hidden>{collapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}</span>
        <span className={collapsed ? 'visually-hidden' : undefined}>
          {t(collapsed ? 'nav.expand' : 'nav.collapse')}
        </span>
      </button>
    </nav>
  );
}

function Entry({ section, collapsed }: { section: Section; collapsed: boolean }) {
  const { t } = useTranslation();
  const name = t(`nav.${section.name}`);
  return (
    <Tooltip title={collapsed ? name : ''} placement="right">
      <Link
        to={section.to}
        search={{}}
        activeOptions={{ includeSearch: false }}
        className={styles.entry}
        data-tour={section.name}
      >
        <span className={styles.icon} aria-hidden>
          {section.icon}
        </span>
        <span className={collapsed ? 'visually-hidden' : undefined}>{name}</span>
      </Link>
    </Tooltip>
  );
}
