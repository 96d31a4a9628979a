import { theme, type ThemeConfig } from 'antd';

/** What both appearances share: small type, tight controls, quiet corners. */
const shared: ThemeConfig['token'] = {
  fontFamily: "Inter, 'Segoe UI', system-ui, -apple-system, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', sans-serif",
  fontFamilyCode: "'JetBrains Mono', ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSize: 13,
  borderRadius: 6,
  controlHeight: 30,
  // The least that WCAG 2.2 allows for a target.
  controlHeightSM: 24,
  wireframe: false,
  // Without motion antd's pop-ups wait for no animation to end.
  motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
};

const light: ThemeConfig = {
  algorithm: theme.defaultAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#0e7490',
    colorInfo: '#0e7490',
    // What antd makes of the accent is too dark for small text on it.
    colorPrimaryBg: '#e6f3f6',
    colorPrimaryBgHover: '#d5eaef',
    colorPrimaryBorder: '#9ccbd6',
    colorInfoBg: '#e6f3f6',
    colorInfoBgHover: '#d5eaef',
    colorLink: '#0b6780',
    colorSuccess: '#15803d',
    colorWarning: '#b45309',
    colorError: '#c81e1e',
    colorBgLayout: '#f5f6f8',
    colorTextBase: '#16202a',
    colorBorderSecondary: '#e6e9ed',
    // antd's own are too faint for text that must be read.
    colorTextTertiary: 'rgba(22, 32, 42, 0.64)',
    colorTextDescription: 'rgba(22, 32, 42, 0.66)',
    colorTextPlaceholder: 'rgba(22, 32, 42, 0.62)',
  },
  components: {
    Table: { headerBg: 'transparent', headerSplitColor: 'transparent', cellPaddingBlockMD: 9, headerColor: '#4b5762' },
  },
};

const dark: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#4fb8d3',
    colorInfo: '#4fb8d3',
    colorLink: '#6cc7de',
    colorSuccess: '#4ade80',
    colorWarning: '#fbbf24',
    // antd makes it darker in the dark; this is what leaves it readable on a button.
    colorError: '#ff9b9b',
    colorBgBase: '#12171c',
    colorBgLayout: '#0d1115',
    colorTextTertiary: 'rgba(255, 255, 255, 0.62)',
    colorTextDescription: 'rgba(255, 255, 255, 0.66)',
    colorTextPlaceholder: 'rgba(255, 255, 255, 0.58)',
  },
  components: {
    // The accent is bright in the dark: what stands on it has to be dark.
    Button: { primaryColor: '#04222b', dangerColor: '#2b0707' },
    Table: { headerBg: 'transparent', headerSplitColor: 'transparent', cellPaddingBlockMD: 9 },
  },
};

/** Class of the root element: antd's variables (`--ant-*`) belong to it, so that style sheets of our own can use them. */
const VARIABLES = 'millrace';

export function tokens(isDark: boolean): ThemeConfig {
  return { ...(isDark ? dark : light), cssVar: { key: VARIABLES } };
}
