import type { UnkeyedChange } from 'backstage-plugin-postmortems-node';
import type { Body } from './body';

const MILESTONES = ['acknowledged', 'mitigated', 'resolved'] as const;

/**
 * Converts a body to changes.
 *
 * @param now - default for `at`
 */
export function toChanges(body: Body, now: Date): UnkeyedChange[] {
  const { id, at = now.toISOString(), title, url, labels, drill } = body;
  const of = { incident: id, at };
  return [
    { kind: 'declared', ...of, startedAt: body.startedAt },
    ...some([title, url, labels, drill, body.private], {
      kind: 'described',
      ...of,
      title,
      url,
      labels,
      drill,
      private: body.private,
    }),
    ...some([body.severity], {
      kind: 'severity-changed',
      ...of,
      severity: body.severity ?? undefined,
    }),
    ...some([body.services], {
      kind: 'services-changed',
      ...of,
      services: body.services ?? [],
    }),
    ...people(body, of),
    ...milestones(body, of),
    ...(body.mergedInto
      ? [{ kind: 'merged' as const, ...of, into: body.mergedInto }]
      : []),
    ...(body.note ? [{ kind: 'note' as const, ...of, ...body.note }] : []),
  ];
}

/** Returns the change if any of its values was sent. */
function some(values: unknown[], change: UnkeyedChange): UnkeyedChange[] {
  return values.some(value => value !== undefined) ? [change] : [];
}

function people(
  { commander, responders = [] }: Body,
  of: { incident: string; at: string },
): UnkeyedChange[] {
  return [
    ...(commander
      ? [
          {
            kind: 'person-assigned' as const,
            ...of,
            person: commander,
            role: 'incident commander',
            commander: true,
          },
        ]
      : []),
    ...responders.map(({ person, role = 'responder' }) => ({
      kind: 'person-assigned' as const,
      ...of,
      person,
      role,
    })),
  ];
}

/**
 * Status changes. Each uses the time sent for it, or the time in the body if only the current
 * status was sent.
 */
function milestones(
  body: Body,
  of: { incident: string; at: string },
): UnkeyedChange[] {
  const changes: UnkeyedChange[] = MILESTONES.flatMap(kind => {
    const at = body[`${kind}At`] ?? (body.status === kind ? of.at : undefined);
    return at ? [{ kind, incident: of.incident, at }] : [];
  });
  if (body.status === 'open') changes.push({ kind: 'reopened', ...of });
  if (body.status === 'cancelled') {
    changes.push({ kind: 'cancelled', ...of, reason: body.reason });
  }
  return changes;
}
