import { Button, Checkbox, Select, Space } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobView } from '@/api/queries/executions';
import { StatusMark } from '@/components/StatusMark';
import { LeftOutlined, RightOutlined } from '@/components/icons';
import { formatPath, isWithin, parsePath } from '../model/path';
import { loopRuns, type LoopRun } from '../model/passes';
import { isTrouble } from '../model/status';
import styles from './PassPicker.module.css';

interface LoopProps {
  run: LoopRun;
  path: string;
  onChange: (path: string) => void;
}

/** The passes of one loop, by number from 1 as people count. */
function LoopPicker({ run, path, onChange }: LoopProps) {
  const { t } = useTranslation('executions');
  const [troubleOnly, setTroubleOnly] = useState(false);
  const troubled = run.passes.filter((pass) => isTrouble(pass.status)).length;
  const offered = troubleOnly ? run.passes.filter((pass) => isTrouble(pass.status)) : run.passes;
  const chosen = run.passes.find((pass) => isWithin(path, pass.path));
  const at = offered.findIndex((pass) => pass === chosen);
  const step = (by: number) => {
    const next = offered[at === -1 ? (by > 0 ? 0 : offered.length - 1) : at + by];
    if (next) onChange(next.path);
  };
  return (
    <Space size={6} wrap role="group" aria-label={t('pass.loop', { loop: run.loopKey })}>
      <span className={styles.loop}>{run.loopKey}</span>
      <Button
        size="small"
        icon={<LeftOutlined />}
        aria-label={t('pass.previous', { loop: run.loopKey })}
        disabled={at === 0 || offered.length === 0}
        onClick={() => step(-1)}
      />
      <Select
        size="small"
        className={styles.select}
        aria-label={t('pass.choose', { loop: run.loopKey })}
        value={chosen?.path ?? ''}
        onChange={onChange}
        showSearch={{ optionFilterProp: 'title' }}
        options={[
          { value: '', title: '', label: t('pass.all', { count: run.passes.length }) },
          ...offered.map((pass) => ({
            value: pass.path,
            title: String(pass.index + 1),
            label: (
              <span className={styles.option}>
                {t('pass.number', { number: pass.index + 1 })}
                <StatusMark status={pass.status} />
              </span>
            ),
          })),
        ]}
      />
      <Button
        size="small"
        icon={<RightOutlined />}
        aria-label={t('pass.next', { loop: run.loopKey })}
        disabled={at === offered.length - 1}
        onClick={() => step(1)}
      />
      {troubled > 0 && (
        <Checkbox checked={troubleOnly} onChange={(event) => setTroubleOnly(event.target.checked)}>
          {t('pass.troubled', { count: troubled })}
        </Checkbox>
      )}
    </Space>
  );
}

interface Props {
  jobs: readonly JobView[];
  path: string;
  onChange: (path: string) => void;
}

/** Chooses a pass of a loop, and within it one of each inner loop. Draws nothing where no loop ran. */
export function PassPicker({ jobs, path, onChange }: Props) {
  const runs = useMemo(() => loopRuns(jobs), [jobs]);
  const passes = parsePath(path);
  const places = ['', ...passes.map((_, depth) => formatPath(passes.slice(0, depth + 1)))];
  const offered = places.flatMap((place) => runs.filter((run) => run.path === place));
  if (offered.length === 0) return null;
  return (
    <div className={styles.picker}>
      {offered.map((run) => (
        <LoopPicker
          key={`${run.path}/${run.loopKey}`}
          run={run}
          path={path}
          onChange={(next) => onChange(next === '' ? run.path : next)}
        />
      ))}
    </div>
  );
}
