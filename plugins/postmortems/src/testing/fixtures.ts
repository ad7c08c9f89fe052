import {
  SECTIONS,
  actionItemSchema,
  policyInForceSchema,
  postmortemSchema,
} from 'backstage-plugin-postmortems-common';
import type {
  ActionItem,
  PolicyInForce,
  Postmortem,
} from 'backstage-plugin-postmortems-common';

/** The default policy: SEV-1 within 3 calendar days, SEV-2 within 5 business days, in UTC. */
export function aPolicy(
  overrides: Partial<PolicyInForce['policy']> = {},
): PolicyInForce {
  return policyInForceSchema.parse({
    policy: {
      timeZone: 'UTC',
      workingDays: [1, 2, 3, 4, 5],
      satisfiedBy: 'published',
      actionItemsToPublish: 'required',
      warnBeforeHours: 24,
      rules: [
        { severity: 'SEV-1', due: { calendarDays: 3 } },
        { severity: 'SEV-2', due: { businessDays: 5 } },
      ],
      ...overrides,
    },
    severities: [1, 2, 3, 4, 5].map(rank => ({
      id: `SEV-${rank}`,
      rank,
      aliases: [`P${rank}`],
    })),
    incidentSources: [],
  });
}

/** A valid action item, committed by Ana and due far in the future. */
export function anActionItem(overrides: Partial<ActionItem> = {}): ActionItem {
  return actionItemSchema.parse({
    id: 'PM-42/A1',
    title: 'Give the cache a second replica',
    description: '',
    kind: 'prevent',
    priority: 'P1',
    status: 'open',
    ownerRef: 'user:default/ana.silva',
    dueAt: '2126-03-27T23:59:59.999Z',
    overdue: false,
    revision: 1,
    createdAt: '2026-03-13T09:00:00Z',
    updatedAt: '2026-03-13T09:00:00Z',
    ...overrides,
  });
}

/**
 * A valid postmortem, published on time by default. Omitted values are derived from `overrides`:
 * `governingSeverity` from `severity`, `deadline.dueAt` from `dueAt`.
 */
export function aPostmortem(overrides: Partial<Postmortem> = {}): Postmortem {
  const severity = overrides.severity ?? 'SEV-1';
  const startedAt = overrides.startedAt ?? '2026-03-12T09:14:00Z';

  return postmortemSchema.parse({
    id: 'PM-42',
    title: 'Checkout returned 500s after cache flush',
    severity,
    governingSeverity: severity,
    severityHistory: [{ severity, at: startedAt }],
    outcome: 'incident',
    startedAt,
    detectedAt: '2026-03-12T09:20:00Z',
    mitigatedAt: '2026-03-12T10:58:00Z',
    resolvedAt: '2026-03-12T11:28:00Z',
    entityRefs: ['component:default/checkout-api'],
    teamRefs: ['group:default/checkout'],
    ownerRef: 'user:default/ana.silva',
    status: 'published',
    publishedAt: '2026-03-14T15:00:00Z',
    completedAt: '2026-03-14T15:00:00Z',
    dueAt: '2026-03-15T23:59:59.999Z',
    timeZone: 'UTC',
    complianceStatus: 'met',
    contributors: [],
    labels: [],
    links: [],
    sections: SECTIONS.map(({ key }) => ({ key, markdown: '', revision: 0 })),
    timeline: [],
    contributingFactors: [],
    actionItems: [],
    actionItemDueDates: {},
    actionItemsRequired: true,
    contentRevision: 1,
    review: {
      reviewerRefs: [],
      approvalsRequired: 0,
      approvals: 0,
      changesRequested: 0,
      reviews: [],
      dependent: [],
    },
    ownerEngaged: true,
    publications: [],
    openComments: 0,
    edited: true,
    origin: 'person',
    exceptions: 0,
    incidents: [],
    sourceFacts: [],
    watching: false,
    visibility: 'internal',
    revision: 1,
    createdAt: '2026-03-12T12:00:00Z',
    updatedAt: '2026-03-14T15:00:00Z',
    createdBy: 'user:default/ana.silva',
    ...overrides,
  });
}
