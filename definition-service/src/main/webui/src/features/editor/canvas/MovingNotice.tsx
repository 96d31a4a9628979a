import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './canvas.module.css';
import { focusOne } from './focus';
import { useCanvas, useCanvasStore, type CanvasStore } from './store';

/** Says that a node is being moved; follows the pointer as the node's ghost, or stands still for the keyboard. */
export function MovingNotice() {
  const { t } = useTranslation('editor');
  const store = useCanvasStore();
  const moving = useCanvas((state) => state.moving);
  const ghost = useRef<HTMLDivElement>(null);
  const by = moving?.by;
  useEffect(() => {
    if (by !== 'pointer') return;
    const follow = (event: PointerEvent) => {
      if (ghost.current) ghost.current.style.transform = `translate(${event.clientX + 12}px, ${event.clientY + 8}px)`;
    };
    window.addEventListener('pointermove', follow);
    return () => window.removeEventListener('pointermove', follow);
  }, [by]);
  useEffect(() => {
    if (by !== 'keyboard') return;
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') cancel(store);
    };
    window.addEventListener('keydown', escape);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-target]')?.focus({ preventScroll: true }));
    return () => window.removeEventListener('keydown', escape);
  }, [by, store]);
  return (
    <>
      <div role="status" className={by === 'keyboard' ? styles.notice : 'visually-hidden'}>
        {moving ? t('move.notice', { title: moving.title, count: moving.targets.size }) : ''}
        {by === 'keyboard' ? (
          <Button size="small" onClick={() => cancel(store)}>
            {t('cancel')}
          </Button>
        ) : null}
      </div>
      {by === 'pointer' ? (
        <div ref={ghost} className={styles.ghost} aria-hidden>
          {moving?.title}
        </div>
      ) : null}
    </>
  );
}

function cancel(store: CanvasStore) {
  const { moving } = store.getState();
  store.setState({ moving: null });
  if (moving) focusOne(store, moving.keys);
}
