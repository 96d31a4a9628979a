import { Badge, Button, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckCircleOutlined, ExclamationCircleFilled, WarningFilled } from '@/components/icons';
import { TRIGGER, type FlowDocument } from './model/document';
import type { Problems } from './useProblems';
import styles from './editor.module.css';

interface Props {
  problems: Problems;
  document: FlowDocument;
  onShow: (key: string) => void;
}

/** Everything that is wrong or doubtful; each leads to its node. */
export function ProblemsButton({ problems, document, onShow }: Props) {
  const { t } = useTranslation('editor');
  const [isOpen, setOpen] = useState(false);
  const titles = new Map(document.nodes.map(({ key, title }) => [key, title || key]));
  const { all, violations } = problems;
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      placement="bottomRight"
      title={t('problems.title')}
      content={
        <ul className={styles.problems}>
          {all.length === 0 ? <li>{t('problems.none')}</li> : null}
          {all.map((problem) => (
            <li key={`${problem.pointer} ${problem.code} ${problem.detail}`}>
              <button
                type="button"
                onClick={() => {
                  setOpen(false);
                  onShow(problem.key);
                }}
              >
                {problem.isViolation ? (
                  <ExclamationCircleFilled className={styles.bad} aria-label={t('problems.violation')} />
                ) : (
                  <WarningFilled className={styles.doubtful} aria-label={t('problems.finding')} />
                )}
                <span>
                  <strong>{problem.key === TRIGGER ? t('problems.workflow') : titles.get(problem.key)}</strong>{' '}
                  {problem.detail}
                </span>
              </button>
            </li>
          ))}
        </ul>
      }
    >
      <Badge
        count={all.length}
        size="small"
        color={violations > 0 ? 'var(--ant-color-error)' : 'var(--ant-color-warning)'}
      >
        <Button
          icon={all.length === 0 ? <CheckCircleOutlined /> : <ExclamationCircleFilled />}
          aria-label={t('problems.count', { count: all.length })}
        />
      </Badge>
    </Popover>
  );
}
