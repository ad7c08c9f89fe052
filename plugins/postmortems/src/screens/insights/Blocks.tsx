import { useMemo } from 'react';
import { durationKindSchema } from 'backstage-plugin-postmortems-common';
import type { Insights } from 'backstage-plugin-postmortems-common';
import { rootRouteRef } from '../../routes';
import { GroupBySwitch } from '../../ui/controls/GroupBySwitch';
import type { UrlFilter } from '../../ui/filters/filter';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { Beside } from './Beside';
import { ActionItemsBlock } from './blocks/ActionItemsBlock';
import { CategoriesBlock } from './blocks/CategoriesBlock';
import { DistributionBlock } from './blocks/DistributionBlock';
import { FactorsBlock } from './blocks/FactorsBlock';
import { FalseAlarmsBlock } from './blocks/FalseAlarmsBlock';
import { IncidentsBlock } from './blocks/IncidentsBlock';
import { OnTimeBlock } from './blocks/OnTimeBlock';
import { RepeatsBlock } from './blocks/RepeatsBlock';
import { StruckAgainBlock } from './blocks/StruckAgainBlock';
import { TimesBlock } from './blocks/TimesBlock';
import { UncoveredBlock } from './blocks/UncoveredBlock';
import { insightLinks } from './links';
import { useGridStyles } from './useGridStyles';
import { useInsightWords } from './useInsightWords';
import { useMeasure } from './useMeasure';

/** All insights: what happened, how the response went, what recurs, and the follow-up. */
export function Blocks(props: { insights: Insights; filter: UrlFilter }) {
  const { insights, filter } = props;
  const grid = useGridStyles();
  const words = useInsightWords();
  const root = useRouteRef(rootRouteRef)();
  const links = useMemo(() => insightLinks(root, filter), [root, filter]);
  const [measure, setMeasure] = useMeasure();
  const times = insights.durations.find(({ kind }) => kind === measure);
  const block = { insights, links, words };

  return (
    <>
      <div className={grid.root}>
        <IncidentsBlock {...block} />
        <OnTimeBlock {...block} />
        <div className={grid.wide}>
          <GroupBySwitch
            label={words.t('insights.measure.label')}
            options={durationKindSchema.options.map(value => ({
              value,
              label: words.t(`insights.measure.${value}`),
            }))}
            value={measure}
            onChange={setMeasure}
          />
        </div>
        {times && (
          <>
            <TimesBlock {...block} times={times} />
            <DistributionBlock {...block} times={times} />
          </>
        )}
        <FactorsBlock {...block} />
        <CategoriesBlock {...block} />
        <StruckAgainBlock {...block} />
        <RepeatsBlock {...block} />
        <ActionItemsBlock {...block} />
        <FalseAlarmsBlock {...block} />
        <UncoveredBlock {...block} />
      </div>
      <Beside beside={insights.beside} links={links} />
    </>
  );
}
