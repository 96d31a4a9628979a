import type { ReactNode } from 'react';
import {
  AppstoreOutlined,
  BranchesOutlined,
  DatabaseOutlined,
  HistoryOutlined,
  SettingOutlined,
  ThunderboltOutlined,
  WarningOutlined,
} from '@/components/icons';

export type SectionPath =
  '/workflows' | '/templates' | '/executions' | '/triggers' | '/dead-letters' | '/data-sources' | '/settings';

export interface Section {
  /** Key of its name below `nav`. */
  name: string;
  to: SectionPath;
  icon: ReactNode;
}

/** The places of the navigation, in groups: what one builds, what runs, what it works on. */
export const groups: readonly { name: string; sections: readonly Section[] }[] = [
  {
    name: 'build',
    sections: [
      { name: 'workflows', to: '/workflows', icon: <BranchesOutlined /> },
      { name: 'templates', to: '/templates', icon: <AppstoreOutlined /> },
    ],
  },
  {
    name: 'operate',
    sections: [
      { name: 'executions', to: '/executions', icon: <HistoryOutlined /> },
      { name: 'triggers', to: '/triggers', icon: <ThunderboltOutlined /> },
      { name: 'deadLetters', to: '/dead-letters', icon: <WarningOutlined /> },
    ],
  },
  {
    name: 'system',
    sections: [
      { name: 'dataSources', to: '/data-sources', icon: <DatabaseOutlined /> },
      { name: 'settings', to: '/settings', icon: <SettingOutlined /> },
    ],
  },
];

export function sectionOf(path: string): Section | undefined {
  return groups
    .flatMap((group) => group.sections)
    .find((section) => path === section.to || path.startsWith(`${section.to}/`));
}
