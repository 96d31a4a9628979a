import { Checkbox, Input, Modal } from 'antd';
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TypeIcon } from '@/components/TypeIcon';
import type { Descriptors, NodeType } from '../model/descriptors';
import type { BranchIndex } from '../model/document';
import styles from './Palette.module.css';
import { grouped, takeInBranch } from './paletteItems';

interface Props {
  descriptors: Descriptors;
  /** Whether nodes stand where the new one is to be put in. */
  isFollowed: boolean;
  /** Whether the workflow answers its caller: some types had better not stand in it. */
  sync: boolean;
  onChoose: (type: string, takeIn: BranchIndex | null) => void;
  onClose: () => void;
}

/** All node types by group. Typing searches, arrows choose, Enter puts in. */
export function Palette({ descriptors, isFollowed, sync, onChoose, onClose }: Props) {
  const { t, i18n } = useTranslation('editor');
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [isTakingIn, setTakingIn] = useState(false);
  const id = useId();
  const groups = useMemo(
    () =>
      grouped(descriptors.nodes.values(), text, (group) =>
        i18n.exists(`editor:group.${group}`) ? t(`group.${group}`) : group,
      ),
    [descriptors, text, t, i18n],
  );
  const flat = groups.flatMap((group) => group.types);
  const chosen = flat[Math.min(active, flat.length - 1)];
  const choose = (type: NodeType | undefined) => {
    if (type) onChoose(type.type, isTakingIn ? takeInBranch(type) : null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive((at) => Math.max(0, Math.min(flat.length - 1, at + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(chosen);
    }
  };
  return (
    <Modal
      open
      title={t('palette.title')}
      footer={null}
      onCancel={onClose}
      width={720}
      destroyOnHidden
      style={{ top: 72 }}
    >
      <div className={styles.palette}>
        <div className={styles.list}>
          <Input
            // The dialog's first field, as a dialog is to have it.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            allowClear
            role="combobox"
            aria-expanded
            aria-controls={`${id}-list`}
            aria-activedescendant={chosen ? `${id}-${chosen.type}` : undefined}
            aria-label={t('palette.search')}
            placeholder={t('palette.search')}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
          <div
            role="listbox"
            id={`${id}-list`}
            aria-label={t('palette.title')}
            className={styles.options}
            tabIndex={-1}
          >
            {groups.map((group) => (
              <div key={group.name} role="group" aria-label={group.title}>
                <div className={styles.group} aria-hidden>
                  {group.title}
                </div>
                {group.types.map((type) => (
                  <Option
                    key={type.type}
                    id={`${id}-${type.type}`}
                    type={type}
                    isActive={type === chosen}
                    onPoint={() => setActive(flat.indexOf(type))}
                    onChoose={() => choose(type)}
                  />
                ))}
              </div>
            ))}
          </div>
          <span className="visually-hidden" aria-live="polite">
            {t('palette.found', { count: flat.length })}
          </span>
        </div>
        <aside className={styles.help}>
          {chosen ? (
            <>
              <h3 className={styles.heading}>{chosen.title}</h3>
              <p>{chosen.help}</p>
              {sync && !chosen.syncCapable ? <p className={styles.warning}>{t('palette.notSync')}</p> : null}
            </>
          ) : (
            <p>{t('palette.nothing')}</p>
          )}
          {isFollowed && chosen && takeInBranch(chosen) !== null ? (
            <Checkbox checked={isTakingIn} onChange={(event) => setTakingIn(event.target.checked)}>
              {t('palette.takeIn')}
            </Checkbox>
          ) : null}
        </aside>
      </div>
    </Modal>
  );
}

interface OptionProps {
  id: string;
  type: NodeType;
  isActive: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

function Option({ id, type, isActive, onPoint, onChoose }: OptionProps) {
  return (
    // The search field keeps the focus and tells of the active option; keys are handled there.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles.option}
      data-group={type.group}
      ref={(element) => {
        if (isActive) element?.scrollIntoView?.({ block: 'nearest' });
      }}
      onMouseMove={onPoint}
      onClick={onChoose}
    >
      <span className={styles.icon}>
        <TypeIcon name={type.icon} />
      </span>
      {type.title}
    </div>
  );
}
