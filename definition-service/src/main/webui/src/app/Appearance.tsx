import { App as AntApp, ConfigProvider, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDark } from './theme';

/** Theme and language of all components. */
export function Appearance({ children }: { children: ReactNode }) {
  const dark = useDark();
  const { i18n } = useTranslation();
  return (
    <ConfigProvider
      locale={i18n.language.startsWith('zh') ? zhCN : enUS}
      theme={{ algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm, cssVar: { key: 'millrace' } }}
    >
      <AntApp component={false}>{children}</AntApp>
    </ConfigProvider>
  );
}
