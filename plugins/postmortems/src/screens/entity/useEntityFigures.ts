import type {
  ActionItemFigures,
  ComplianceFigures,
} from 'backstage-plugin-postmortems-common';
import { actionItemQueries, complianceQueries } from '../../data/queries';
import { together, useLoaded } from '../../data/useLoaded';
import type { Loaded } from '../../data/useLoaded';

/** An entity's compliance and action item figures. */
export interface EntityFigures {
  postmortems: ComplianceFigures;
  actionItems: ActionItemFigures;
}

/** Loads an entity's figures. */
export function useEntityFigures(ref: string): Loaded<EntityFigures> {
  const entityRef = [ref];
  const { value, ...state } = together({
    // No placeholder data, because the previous figures may be another entity's.
    compliance: useLoaded({
      ...complianceQueries.report({ groupBy: 'severity', entityRef }),
      placeholderData: undefined,
    }),
    actionItems: useLoaded({
      ...actionItemQueries.summary({ groupBy: 'priority', entityRef }),
      placeholderData: undefined,
    }),
  });
  return {
    ...state,
    value: value && {
      postmortems: value.compliance.overall,
      actionItems: value.actionItems.overall,
    },
  };
}
