import { Button, Checkbox, Space } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Message } from '@/components/Message';
import { MinusOutlined, PlusOutlined } from '@/components/icons';
import { useNow } from '@/components/useNow';
import type { TabProps } from '../detail/shared';
import { PassPicker } from '../jobs/PassPicker';
import { filterJobs } from '../model/passes';
import { hasEnded } from '../model/status';
import { Chart } from './Chart';
import { spanOf } from './scale';
import styles from './TimelineTab.module.css';

const MOST_ZOOM = 64;

/** When each job ran, as bars over time. */
export function TimelineTab({ execution, names, search, show, openJob }: TabProps) {
  const { t } = useTranslation('executions');
  const [zoom, setZoom] = useState(1);
  const ended = hasEnded(execution.status);
  const now = useNow(ended ? 0 : 1_000);
  const path = search.path ?? '';
  const troubleOnly = search.trouble === true;
  const jobs = useMemo(() => {
    const found = filterJobs(execution.jobs, { path, troubleOnly, text: '' }, names.node);
    return found.filter((job) => job.startedAt && !job.takenOver);
  }, [execution.jobs, path, troubleOnly, names]);
  const end = execution.endedAt ? Date.parse(execution.endedAt) : now;
  // A chosen pass has the whole width: in a long loop it would be a line.
  const span = useMemo(
    () => spanOf(jobs, path === '' && !troubleOnly ? execution.startedAt : undefined, end),
    [jobs, path, troubleOnly, execution.startedAt, end],
  );
  const zoomBy = (factor: number) => setZoom((old) => Math.max(1, Math.min(MOST_ZOOM, old * factor)));

  return (
    <div className={styles.timeline}>
      <div className={styles.tools}>
        <Space.Compact>
          <Button
            size="small"
            icon={<MinusOutlined />}
            aria-label={t('timeline.zoomOut')}
            disabled={zoom === 1}
            onClick={() => zoomBy(0.5)}
          />
          <Button
            size="small"
            icon={<PlusOutlined />}
            aria-label={t('timeline.zoomIn')}
            disabled={zoom === MOST_ZOOM}
            onClick={() => zoomBy(2)}
          />
        </Space.Compact>
        <span role="status" className={styles.zoom}>
          {t('timeline.zoom', { zoom })}
        </span>
        <Checkbox checked={troubleOnly} onChange={(event) => show({ trouble: event.target.checked || undefined })}>
          {t('job.troubleOnly')}
        </Checkbox>
        <PassPicker jobs={execution.jobs} path={path} onChange={(next) => show({ path: next || undefined })} />
      </div>
      {jobs.length === 0 ? (
        <Message title={execution.jobs.length === 0 ? t('job.none') : t('job.noneFound')} />
      ) : (
        <Chart
          jobs={jobs}
          names={names}
          span={span}
          end={end}
          zoom={zoom}
          current={search.job}
          onZoom={zoomBy}
          onOpen={openJob}
        />
      )}
    </div>
  );
}
