/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type { UnkeyedChange } from 'backstage-plugin-postmortems-node';
import type { Body } from './body';

const MILESTONES = ['acknowledged', 'mitigated', 'resolved'] as const;

/**
 * What a body tells, as changes.
 *
 * @param now - what `at` is where the body does not say
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

/** The change where one of the values it comes from was sent. */
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

/** How far it got: at the time sent for that, or at that of the body where it says so now. */
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
