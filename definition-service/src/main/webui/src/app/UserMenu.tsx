import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/api/queries/me';
import { session } from '@/api/session';
import {
  BgColorsOutlined,
  CompassOutlined,
  DownOutlined,
  GlobalOutlined,
  LogoutOutlined,
  SettingOutlined,
} from '@/components/icons';
import { useTour } from '@/features/tour/state';
import { i18next, languageName, languages } from '@/i18n';
import styles from './Header.module.css';
import { choices, choose, useChoice, type Choice } from './theme';

/** Who is signed in, and what is theirs to choose. */
export function UserMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const name = me.data?.username ?? '';
  const menu = useMenu(name, me.data?.roles ?? []);
  return (
    <Dropdown menu={menu} trigger={['click']} placement="bottomRight">
      <Button type="text" aria-label={t('user.menu', { name })} aria-haspopup="menu">
        <span className={styles.user}>
          <span className={styles.avatar} aria-hidden>
            {name.slice(0, 1)}
          </span>
          {name}
          <DownOutlined style={{ fontSize: 10 }} />
        </span>
      </Button>
    </Dropdown>
  );
}

function useMenu(name: string, roles: string[]): MenuProps {
  const { t, i18n } = useTranslation();
  const chosen = useChoice();
  const startTour = useTour((state) => state.start);
  const navigate = useNavigate();
  const actions: Record<string, () => void> = {
    tour: () => {
      void navigate({ to: '/workflows', search: {} });
      startTour();
    },
    settings: () => void navigate({ to: '/settings' }),
    signOut: () => session.end(),
  };
  return {
    selectable: true,
    multiple: true,
    selectedKeys: [`language:${i18n.language}`, `appearance:${chosen}`],
    onClick: ({ key }) => {
      const [what, value = ''] = key.split(':');
      if (what === 'language') void i18next.changeLanguage(value);
      else if (what === 'appearance') choose(value as Choice);
      else actions[key]?.();
    },
    items: [
      {
        type: 'group',
        key: 'me',
        label: (
          <span className={styles.me}>
            <strong>{name}</strong>
            <small>{roles.map((role) => t(`roles.${role}`, role)).join(', ')}</small>
          </span>
        ),
      },
      { type: 'divider' },
      {
        key: 'language',
        icon: <GlobalOutlined />,
        label: t('user.language'),
        children: languages.map((tag) => ({
          key: `language:${tag}`,
          label: <span lang={tag}>{languageName(tag)}</span>,
        })),
      },
      {
        key: 'appearance',
        icon: <BgColorsOutlined />,
        label: t('user.appearance'),
        children: choices.map((choice) => ({ key: `appearance:${choice}`, label: t(`appearance.${choice}`) })),
      },
      { key: 'tour', icon: <CompassOutlined />, label: t('user.tour') },
      { key: 'settings', icon: <SettingOutlined />, label: t('nav.settings') },
      { type: 'divider' },
      { key: 'signOut', icon: <LogoutOutlined />, label: t('user.signOut') },
    ],
  };
}
