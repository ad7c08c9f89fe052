import type { Entity } from '@backstage/catalog-model';
import type {
  ActionItemFigures,
  Insights,
  InsightsQuery,
} from 'backstage-plugin-postmortems-common';
import { actionItemQueries, insightQueries } from '../../../data/queries';
import { together, useLoaded } from '../../../data/useLoaded';
import type { Loaded } from '../../../data/useLoaded';
import { useNow } from '../../../ui/dates/useNow';
import { lastMonths } from '../../../ui/filters/days';
import { toApiFilter } from '../../../ui/filters/filter';
import type { UrlFilter } from '../../../ui/filters/filter';
import { useEntityScope } from './useEntityScope';
import type { EntityScope } from './useEntityScope';

/** As on the Insights page, which opens with the same numbers. */
const MONTHS = 12;

/** What the card shows. */
export interface EntityInsights {
  scope: EntityScope;
  /** What the numbers count: the entities and the time. */
  filter: UrlFilter;
  insights: Insights;
  actionItems: ActionItemFigures;
}

/** Loads the insights of an entity and its parts, and their action items. */
export function useEntityInsights(entity: Entity): Loaded<EntityInsights> {
  const now = useNow();
  const scope = useEntityScope(entity);
  const entityRef = scope.value?.refs;
  const filter = { entityRef, ...lastMonths(MONTHS, now) };
  // No placeholder data, because the previous figures may be another entity's.
  const options = {
    enabled: entityRef !== undefined,
    placeholderData: undefined,
  };
  const { value, ...state } = together({
    scope,
    insights: useLoaded({
      ...insightQueries.report({
        ...toApiFilter<InsightsQuery>(filter),
        interval: 'month',
      }),
      ...options,
    }),
    actionItems: useLoaded({
      ...actionItemQueries.summary({ groupBy: 'priority', entityRef }),
      ...options,
    }),
  });
  return {
    ...state,
    value: value && {
      ...value,
      filter,
      actionItems: value.actionItems.overall,
    },
  };
}
