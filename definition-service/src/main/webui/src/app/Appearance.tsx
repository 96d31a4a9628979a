import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingOutlined } from '@/components/icons';
import { useDark } from './theme';
import { tokens } from './tokens';

/** Theme and language of all components. */
export function Appearance({ children }: { children: ReactNode }) {
  const dark = useDark();
  const { i18n } = useTranslation();
  return (
    <ConfigProvider
      locale={i18n.language.startsWith('zh') ? zhCN : enUS}
      theme={tokens(dark)}
      button={{ loadingIcon: <LoadingOutlined /> }}
    >
      <AntApp component={false}>{children}</AntApp>
    </ConfigProvider>
  );
}
