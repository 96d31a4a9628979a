import { type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobView } from '@/api/queries/executions';
import { useRoving } from '@/components/table/useRoving';
import { useWindow } from '@/components/table/useWindow';
import { duration } from '@/components/time';
import { tone } from '../model/status';
import type { Names } from '../useNames';
import { barOf, ticks, type Span } from './scale';
import styles from './Chart.module.css';

const ROW_HEIGHT = 26;
const TICKS_AT_ONE = 8;

interface Props {
  jobs: readonly JobView[];
  names: Names;
  span: Span;
  /** When what is under way is taken to end, in ms. */
  end: number;
  zoom: number;
  current: string | undefined;
  onZoom: (factor: number) => void;
  onOpen: (jobId: string) => void;
}

const share = (value: number) => `${value * 100}%`;

function Axis({ span, zoom }: { span: Span; zoom: number }) {
  const { i18n } = useTranslation();
  const length = span.to - span.from;
  return (
    <div className={styles.axis} aria-hidden>
      {ticks(span, TICKS_AT_ONE * zoom).map((tick) => (
        <span key={tick} className={styles.tick} style={{ insetInlineStart: share(tick / length) }}>
          {duration(tick, i18n.language)}
        </span>
      ))}
    </div>
  );
}

function Bar({ job, span, end }: { job: JobView; span: Span; end: number }) {
  const bar = barOf(job, span, end);
  if (!bar) return null;
  const place = { insetInlineStart: share(bar.start), width: share(bar.width) };
  return <span className={`${styles.bar} ${styles[tone(job.status)]}`} style={place} />;
}

function useDescription(names: Names, span: Span, end: number) {
  const { t, i18n } = useTranslation('executions');
  return (job: JobView) => {
    const started = Date.parse(job.startedAt ?? '');
    const ended = job.endedAt ? Date.parse(job.endedAt) : end;
    return t('timeline.row', {
      node: names.node(job.nodeKey),
      path: job.path,
      status: t(`status.${job.status}`),
      start: duration(started - span.from, i18n.language),
      duration: duration(ended - started, i18n.language),
    });
  };
}

/** The rows of the timeline. `+` and `-` zoom, arrows go through the jobs, Enter opens one. */
export function Chart({ jobs, names, span, end, zoom, current, onZoom, onOpen }: Props) {
  const { t } = useTranslation('executions');
  const { box, rows, onScroll, scrollTo } = useWindow(jobs.length, ROW_HEIGHT);
  const roving = useRoving(jobs.length, scrollTo);
  const describe = useDescription(names, span, end);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') onZoom(2);
    else if (event.key === '-') onZoom(0.5);
    else roving.onKeyDown(event);
  };
  return (
    // The rows are buttons; the box only hears the keys that go from one to the other.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={box} className={styles.box} onScroll={onScroll} onKeyDown={onKeyDown}>
      <div className={styles.wide} style={{ width: `calc(var(--names) + (100% - var(--names)) * ${zoom})` }}>
        <div className={styles.head}>
          <div className={styles.name} />
          <Axis span={span} zoom={zoom} />
        </div>
        <div style={{ height: rows.above }} />
        <ul className={styles.rows} aria-label={t('timeline.label')}>
          {jobs.slice(rows.first, rows.end).map((job, offset) => {
            const { ref, ...rest } = roving.rowProps(rows.first + offset);
            return (
              <li key={job.id}>
                <button
                  type="button"
                  ref={ref}
                  className={styles.row}
                  style={{ height: ROW_HEIGHT }}
                  aria-label={describe(job)}
                  aria-current={job.id === current}
                  title={describe(job)}
                  onClick={() => onOpen(job.id)}
                  {...rest}
                >
                  <span className={styles.name}>
                    {names.node(job.nodeKey)} <small>{job.path}</small>
                  </span>
                  <span className={styles.lane}>
                    <Bar job={job} span={span} end={end} />
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
        <div style={{ height: rows.below }} />
      </div>
    </div>
  );
}
