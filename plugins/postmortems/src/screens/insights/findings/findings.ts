import { FEWEST_FOR_MEDIAN } from 'backstage-plugin-postmortems-common';
import type { DurationKind } from 'backstage-plugin-postmortems-common';
import type { TellText } from '../../../texts/useTexts';
import { percentOf } from '../../../ui/charts/rate';
import type { Share } from '../../../ui/charts/rate';

/** Functions with which findings form sentences in the viewer's language. */
export interface Say {
  t: TellText;
  /** A duration in minutes: `1 h 25 min`. */
  duration: (minutes: number) => string;
}

/**
 * @param facts - `before` is the number of incidents in the previous period; undefined if unknown
 */
export function incidentsFinding(
  facts: { count: number; before?: number },
  { t }: Say,
): string {
  const { count, before } = facts;
  if (count === 0) return t('insights.incidents.none');
  const incidents = t('insights.incidents.count', { count });
  if (before === undefined) return incidents;
  if (count === before) return t('insights.incidents.same', { incidents });
  return t(`insights.incidents.${count < before ? 'fewer' : 'more'}`, {
    incidents,
    difference: String(Math.abs(count - before)),
  });
}

/**
 * Says how a response time changed.
 *
 * @param facts - durations in minutes. `before` is the median of the previous period; undefined if
 *   that had too few values
 */
export function timesFinding(
  facts: {
    measure: DurationKind;
    n: number;
    values: number[];
    median?: number;
    before?: number;
  },
  { t, duration }: Say,
): string {
  const { n, values, median, before } = facts;
  const measure = t(`insights.times.${facts.measure}`);
  if (n === 0) return t('insights.times.none', { measure });
  if (median === undefined || n < FEWEST_FOR_MEDIAN) {
    return t('insights.times.few', {
      measure: t(`insights.measure.${facts.measure}`),
      values: values.map(duration).join(', '),
    });
  }
  const now = duration(median);
  if (before === undefined) {
    return t('insights.times.only', { measure, now, n: String(n) });
  }
  const was = duration(before);
  // Compares the texts, so that the sentence doesn't say that a time fell from 2 h to 2 h.
  if (was === now) {
    return t('insights.times.same', { measure, now, n: String(n) });
  }
  return t(`insights.times.${median < before ? 'fell' : 'rose'}`, {
    measure,
    before: was,
    now,
    n: String(n),
  });
}

/** @param facts - durations in minutes; undefined if there are too few values */
export function distributionFinding(
  facts: { n: number; median?: number; p90?: number },
  { t, duration }: Say,
): string {
  const { n, median, p90 } = facts;
  return median === undefined || p90 === undefined
    ? t('insights.distribution.few', { n: String(n) })
    : t('insights.distribution.finding', {
        median: duration(median),
        p90: duration(p90),
        n: String(n),
      });
}

export function onTimeFinding(
  facts: { now: Share; before: Share },
  { t }: Say,
): string {
  const { now, before } = facts;
  const percent = percentOf(now);
  const percentBefore = percentOf(before);
  if (percent === undefined) return t('insights.onTime.none');
  const show = (value: number) =>
    t('figures.percent', { percent: String(value) });
  const values = {
    percent: show(percent),
    met: String(now.part),
    due: String(now.of),
  };
  if (percentBefore === undefined || percentBefore === percent) {
    return t('insights.onTime.finding', values);
  }
  return t(`insights.onTime.${percent > percentBefore ? 'rose' : 'fell'}`, {
    ...values,
    before: show(percentBefore),
  });
}

/** @param top - the factor in the most postmortems */
export function factorsFinding(
  top: { title: string; count: number } | undefined,
  { t }: Say,
): string {
  return top ? t('insights.factors.finding', top) : t('insights.factors.none');
}

/** @param top - the category in the most postmortems */
export function categoriesFinding(
  top: { name: string; count: number } | undefined,
  { t }: Say,
): string {
  return top
    ? t('insights.categories.finding', top)
    : t('insights.categories.none');
}

/**
 * @param facts - `longest` is the time that the most affected entity spent in incidents, in minutes
 */
export function repeatsFinding(
  facts: { count: number; longest: number },
  { t, duration }: Say,
): string {
  const { count, longest } = facts;
  return count > 0
    ? t('insights.repeats.finding', { count, time: duration(longest) })
    : t('insights.repeats.none');
}

/**
 * @param facts - `before` is how many incidents struck again before the action items of the earlier
 *   incident were done
 */
export function struckAgainFinding(
  facts: { count: number; before: number },
  { t }: Say,
): string {
  const { count, before } = facts;
  return count > 0
    ? t('insights.struckAgain.finding', { count, before: String(before) })
    : t('insights.struckAgain.none');
}

/**
 * @param facts - `kept`: of the action items that were closed or are overdue, the share that was
 *   done on time
 */
export function actionItemsFinding(
  facts: { opened: number; done: number; kept: Share },
  { t }: Say,
): string {
  const { kept } = facts;
  const percent = percentOf(kept);
  const values = { opened: String(facts.opened), done: String(facts.done) };
  if (percent !== undefined) {
    return t('insights.actionItems.kept', {
      ...values,
      percent: t('figures.percent', { percent: String(percent) }),
      kept: String(kept.part),
      due: String(kept.of),
    });
  }
  return facts.opened + facts.done > 0
    ? t('insights.actionItems.finding', values)
    : t('insights.actionItems.none');
}

export function falseAlarmsFinding(share: Share, { t }: Say): string {
  const percent = percentOf(share);
  return percent
    ? t('insights.falseAlarms.finding', {
        percent: t('figures.percent', { percent: String(percent) }),
        part: String(share.part),
        total: String(share.of),
      })
    : t('insights.falseAlarms.none');
}

export function uncoveredFinding(count: number, { t }: Say): string {
  return count > 0
    ? t('insights.uncovered.finding', { count })
    : t('insights.uncovered.none');
}
