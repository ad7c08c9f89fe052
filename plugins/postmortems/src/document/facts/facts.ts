import type {
  Postmortem,
  UpdatePostmortem,
} from 'backstage-plugin-postmortems-common';
import { changedFields } from '../editor/rebase';

/**
 * Form values for a postmortem's facts. `severityReason` explains a change of severity, and
 * `reason` a change that moves the deadline later.
 */
export interface Facts
  extends Pick<
    Postmortem,
    | 'title'
    | 'outcome'
    | 'visibility'
    | 'labels'
    | 'severity'
    | 'startedAt'
    | 'entityRefs'
    | 'contributors'
    | 'links'
  > {
  severityReason: string;
  reason: string;
  // The keys are required, so clearing a field counts as a change.
  detectedAt: string | undefined;
  mitigatedAt: string | undefined;
  resolvedAt: string | undefined;
  commanderRef: string | undefined;
}

/** Facts edited in one dialog. */
export type FactGroup =
  | 'title'
  | 'severity'
  | 'times'
  | 'entities'
  | 'people'
  | 'links';

/** Returns the saved facts. */
export function factsOf(postmortem: Postmortem): Facts {
  return {
    title: postmortem.title,
    outcome: postmortem.outcome,
    visibility: postmortem.visibility,
    labels: postmortem.labels,
    severity: postmortem.severity,
    severityReason: '',
    reason: '',
    startedAt: postmortem.startedAt,
    detectedAt: postmortem.detectedAt,
    mitigatedAt: postmortem.mitigatedAt,
    resolvedAt: postmortem.resolvedAt,
    entityRefs: postmortem.entityRefs,
    commanderRef: postmortem.commanderRef,
    contributors: postmortem.contributors,
    links: postmortem.links,
  };
}

/** Returns the changed fields, with `null` for cleared ones. */
export function updateOf(base: Facts, mine: Facts): UpdatePostmortem {
  const filled = withoutBlankRows(mine);
  const changed = changedFields(base, filled);
  const update: Record<string, unknown> = {};
  for (const field of changed) update[field] = filled[field] ?? null;
  // Send `severityReason` only if the severity changed.
  if (!changed.includes('severity')) delete update.severityReason;
  if (changed.every(field => field === 'reason')) delete update.reason;
  return update;
}

/** Drops list rows that were added but left empty. */
function withoutBlankRows(facts: Facts): Facts {
  return {
    ...facts,
    contributors: facts.contributors.filter(
      ({ userRef, role }) => userRef !== '' || role.trim() !== '',
    ),
    links: facts.links.filter(({ url, title }) => url.trim() !== '' || title),
  };
}

/** Returns the changed text fields, for reading and copying. */
export function textOfFacts(base: Facts, mine: Facts): string {
  return changedFields(base, mine)
    .flatMap(field => {
      const value: unknown = mine[field];
      return Array.isArray(value)
        ? value.map(each =>
            typeof each === 'object' ? Object.values(each).join(' ') : each,
          )
        : [value];
    })
    .filter(Boolean)
    .join('\n');
}
