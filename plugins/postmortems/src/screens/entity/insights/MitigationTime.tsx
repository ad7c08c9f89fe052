import type { DurationInsight } from 'backstage-plugin-postmortems-common';
import type { InsightLinks } from '../../insights/links';
import type { InsightWords } from '../../insights/useInsightWords';

/** The median time to mitigate and how it changed, or the values if they are too few for one. */
export function MitigationTime(props: {
  times: DurationInsight;
  links: InsightLinks;
  words: InsightWords;
}) {
  const { times, links, words } = props;
  const { t, duration, link: linkTo } = words;
  const { n, median, values, previous } = times;
  if (n === 0) return <>{t('entityInsights.noTime')}</>;

  const link = (text: string) => linkTo(links.duration(times.kind), text);
  if (median === undefined) return <>{link(values.map(duration).join(', '))}</>;

  const now = duration(median);
  if (previous.median === undefined) return <>{link(now)}</>;
  const before = duration(previous.median);
  // Compares what is shown, so that nothing falls from 2 h to 2 h.
  if (before === now) {
    return t('entityInsights.sameTime', { now: link(now) });
  }
  return t(
    median < previous.median ? 'entityInsights.fell' : 'entityInsights.rose',
    { now: link(now), before },
  );
}
