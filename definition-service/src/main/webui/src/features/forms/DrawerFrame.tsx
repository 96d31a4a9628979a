import { Drawer, Tabs, Tag } from 'antd';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { preloadEditor } from './code/Editor';
import styles from './forms.module.css';

interface Props {
  title: ReactNode;
  /** The accessible name. */
  label: string;
  tags: readonly string[];
  tabs: NonNullable<ComponentProps<typeof Tabs>['items']>;
  onClose: () => void;
}

const WIDTH = 480;

preloadEditor();

/** The frame of the drawers: beside the canvas, which stays in use. Escape closes it and gives the focus back. */
export function DrawerFrame({ title, label, tags, tabs, onClose }: Props) {
  const { t } = useTranslation('forms');
  const [width, setWidth] = useState(WIDTH);
  return (
    <Drawer
      open
      mask={false}
      size={width}
      resizable={{ onResize: setWidth }}
      aria-label={label}
      closable={{ 'aria-label': t('drawer.close') }}
      onClose={onClose}
      title={title}
      extra={tags.map((tag) => (
        <Tag key={tag} className={styles.tag ?? ''}>
          {tag}
        </Tag>
      ))}
      styles={{ body: { paddingTop: 4 } }}
    >
      {tabs.length === 1 ? tabs[0]?.children : <Tabs size="small" items={tabs} destroyOnHidden={false} />}
    </Drawer>
  );
}
