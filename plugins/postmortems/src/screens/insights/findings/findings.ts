import { FEWEST_FOR_MEDIAN } from 'backstage-plugin-postmortems-common';
import type {
  DurationKind,
  InsightsRange,
} from 'backstage-plugin-postmortems-common';
import type { TellText } from '../../../texts/useTexts';
import { percentOf } from '../../../ui/charts/rate';
import type { Share } from '../../../ui/charts/rate';
import type { InsightLinks } from '../links';

/** A sentence, or a sentence with links. */
export type Finding = string | JSX.Element;

/** Functions with which findings form sentences in the viewer's language. */
export interface Say {
  t: TellText;
  /** A duration in minutes: `1 h 25 min`. */
  duration: (minutes: number) => string;
  /** Links a number to the list that it counts. */
  link: (to: string, text: string) => Finding;
}

/**
 * @param facts - `before` is the number of incidents in the previous period; undefined if unknown
 */
export function incidentsFinding(
  facts: { count: number; before?: number },
  links: InsightLinks,
  { t, link }: Say,
): Finding {
  const { count, before } = facts;
  if (count === 0) return t('insights.incidents.none');
  const incidents = link(
    links.postmortems(),
    t('insights.incidents.count', { count }),
  );
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
  links: InsightLinks,
  { t, duration, link }: Say,
): Finding {
  const { n, values, median, before } = facts;
  const list = links.duration(facts.measure);
  const measure = t(`insights.times.${facts.measure}`);
  if (n === 0) return t('insights.times.none', { measure });
  if (median === undefined || n < FEWEST_FOR_MEDIAN) {
    return t('insights.times.few', {
      measure: t(`insights.measure.${facts.measure}`),
      values: link(list, values.map(duration).join(', ')),
    });
  }
  const now = duration(median);
  const count = link(list, t('insights.times.n', { value: String(n) }));
  if (before === undefined) {
    return t('insights.times.only', { measure, now, n: count });
  }
  const was = duration(before);
  // Compares the texts, so that the sentence doesn't say that a time fell from 2 h to 2 h.
  if (was === now) {
    return t('insights.times.same', { measure, now, n: count });
  }
  return t(`insights.times.${median < before ? 'fell' : 'rose'}`, {
    measure,
    before: was,
    now,
    n: count,
  });
}

/** @param facts - durations in minutes; undefined if there are too few values */
export function distributionFinding(
  facts: {
    measure: DurationKind;
    n: number;
    median?: number;
    p90?: number;
  },
  links: InsightLinks,
  { t, duration, link }: Say,
): Finding {
  const { measure, median, p90 } = facts;
  const count = t('insights.times.n', { value: String(facts.n) });
  const n = facts.n > 0 ? link(links.duration(measure), count) : count;
  return median === undefined || p90 === undefined
    ? t('insights.distribution.few', { n })
    : t('insights.distribution.finding', {
        median: duration(median),
        p90: duration(p90),
        n,
      });
}

export function onTimeFinding(
  facts: { now: Share; before: Share },
  links: InsightLinks,
  { t, link }: Say,
): Finding {
  const { now, before } = facts;
  const percent = percentOf(now);
  const percentBefore = percentOf(before);
  if (percent === undefined) return t('insights.onTime.none');
  const show = (value: number) =>
    t('figures.percent', { percent: String(value) });
  const values = {
    percent: show(percent),
    met:
      now.part > 0
        ? link(
            links.postmortems({ complianceStatus: ['met'] }),
            String(now.part),
          )
        : '0',
    due: link(links.due(), String(now.of)),
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
  links: InsightLinks,
  { t, link }: Say,
): Finding {
  if (!top) return t('insights.factors.none');
  const { title, count } = top;
  return t('insights.factors.finding', {
    title,
    postmortems: link(
      links.postmortems({ factor: [title] }),
      t('list.count', { count }),
    ),
  });
}

/** @param top - the category in the most postmortems */
export function categoriesFinding(
  top: { category: string; name: string; count: number } | undefined,
  links: InsightLinks,
  { t, link }: Say,
): Finding {
  if (!top) return t('insights.categories.none');
  const { category, name, count } = top;
  return t('insights.categories.finding', {
    name,
    postmortems: link(
      links.postmortems({ factorCategory: [category] }),
      t('list.count', { count }),
    ),
  });
}

/**
 * @param facts - `longest` is the time that the most affected entity spent in incidents, in minutes
 */
export function repeatsFinding(
  facts: { count: number; longest: number },
  { t, duration }: Say,
): Finding {
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
): Finding {
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
  facts: { opened: number; done: number; kept: Share; range: InsightsRange },
  links: InsightLinks,
  { t, link }: Say,
): Finding {
  const { kept, range } = facts;
  const percent = percentOf(kept);
  const linked = (count: number, to: string) =>
    count > 0 ? link(to, String(count)) : '0';
  const values = {
    opened: linked(facts.opened, links.actionItems('opened', range)),
    done: linked(facts.done, links.actionItems('done', range)),
  };
  if (percent !== undefined) {
    return t('insights.actionItems.kept', {
      ...values,
      percent: t('figures.percent', { percent: String(percent) }),
      kept: linked(kept.part, links.actionItemsOnTime(range)),
      due: String(kept.of),
    });
  }
  return facts.opened + facts.done > 0
    ? t('insights.actionItems.finding', values)
    : t('insights.actionItems.none');
}

export function falseAlarmsFinding(
  share: Share,
  links: InsightLinks,
  { t, link }: Say,
): Finding {
  const percent = percentOf(share);
  return percent
    ? t('insights.falseAlarms.finding', {
        percent: t('figures.percent', { percent: String(percent) }),
        part: link(
          links.postmortems({ outcome: ['false-alarm'] }),
          String(share.part),
        ),
        total: link(links.postmortems(), String(share.of)),
      })
    : t('insights.falseAlarms.none');
}

export function uncoveredFinding(
  count: number,
  links: InsightLinks,
  { t, link }: Say,
): Finding {
  return count > 0
    ? t('insights.uncovered.finding', {
        count,
        incidents: link(
          links.uncovered(),
          t('insights.incidents.count', { count }),
        ),
      })
    : t('insights.uncovered.none');
}
