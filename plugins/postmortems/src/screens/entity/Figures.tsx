import Skeleton from '@material-ui/lab/Skeleton';
import type { ComplianceFigures } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { dueStatuses, percentOnTime } from '../../ui/charts/rate';
import { useNow } from '../../ui/dates/useNow';
import { useTimeWords } from '../../ui/dates/useTimeWords';
import { writeFilter } from '../../ui/filters/filter';
import type { UrlFilter } from '../../ui/filters/filter';
import { useLocation } from '../../ui/navigation/location';
import { Figure } from './Figure';

/** Three figures for an entity. They filter the list below. */
export function Figures(props: { figures: ComplianceFigures }) {
  const { figures } = props;
  const { counts, due, lastStartedAt } = figures;
  const { t } = useTexts();
  const words = useTimeWords();
  const now = useNow();
  const { pathname } = useLocation();

  const listOf = (filter: UrlFilter) =>
    `${pathname}?${writeFilter(new URLSearchParams(), filter)}`;
  const percent = percentOnTime(figures);

  return (
    <>
      {percent === undefined ? (
        <Figure value="–" label={t('figures.nothingDue')} />
      ) : (
        <Figure
          value={t('figures.percent', { percent: String(percent) })}
          label={t('figures.onTime', {
            met: String(counts.met),
            due: String(due),
          })}
          to={listOf({ complianceStatus: dueStatuses })}
        />
      )}
      {figures.byException > 0 && (
        <Figure
          value={figures.byException}
          label={t('figures.exceptions', { count: figures.byException })}
          to={listOf({
            complianceStatus: dueStatuses,
            hasExceptions: 'true',
          })}
        />
      )}
      <Figure
        value={counts.overdue}
        label={t('figures.overdue', { count: counts.overdue })}
        alarming={counts.overdue > 0}
        to={
          counts.overdue > 0
            ? listOf({ complianceStatus: ['overdue'] })
            : undefined
        }
      />
      {lastStartedAt && (
        <Figure
          value={words.relative(lastStartedAt, now)}
          label={t('figures.lastIncident')}
          to={listOf({ startedAfter: lastStartedAt })}
        />
      )}
    </>
  );
}

/** Placeholder for the figures. */
export function FiguresSkeleton() {
  return (
    <>
      {[150, 120, 120].map((width, index) => (
        <Skeleton key={index} variant="rect" width={width} height={63} />
      ))}
    </>
  );
}
