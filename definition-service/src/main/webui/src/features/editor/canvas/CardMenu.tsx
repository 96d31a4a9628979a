import { Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoreOutlined } from '@/components/icons';
import { cardItems } from './cardItems';
import styles from './canvas.module.css';
import { useCanvasStore } from './store';

interface Props {
  nodeKey: string;
  title: string;
  hasBranches: boolean;
}

/** What can be done with a node. The items are made when the menu opens: 300 cards have one each. */
export function CardMenu({ nodeKey, title, hasBranches }: Props) {
  const { t } = useTranslation('editor');
  const store = useCanvasStore();
  const [isOpen, setOpen] = useState(false);
  const button = (
    <button
      type="button"
      className={styles.tool}
      tabIndex={-1}
      aria-label={t('card.menu', { title })}
      aria-haspopup="menu"
    >
      <MoreOutlined />
    </button>
  );
  return (
    <Dropdown
      trigger={['click']}
      open={isOpen}
      onOpenChange={setOpen}
      // Whoever opens a menu by keyboard goes on in it.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      menu={{ items: isOpen ? cardItems(store, t, nodeKey, hasBranches) : [] }}
    >
      {button}
    </Dropdown>
  );
}
