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

import type {
  Postmortem,
  UpdatePostmortem,
} from 'backstage-plugin-postmortems-common';
import { changedFields } from '../model/rebase';

/** The facts of a postmortem as its forms hold them; `severityReason` is why it changes. */
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
  // Emptied fields are there and hold `undefined`, so that a change to nothing is a change.
  detectedAt: string | undefined;
  mitigatedAt: string | undefined;
  resolvedAt: string | undefined;
  commanderRef: string | undefined;
}

/** Facts that are changed together, in one dialog. */
export type FactGroup =
  | 'title'
  | 'severity'
  | 'times'
  | 'entities'
  | 'people'
  | 'links';

/** The facts as they are saved. */
export function factsOf(postmortem: Postmortem): Facts {
  return {
    title: postmortem.title,
    outcome: postmortem.outcome,
    visibility: postmortem.visibility,
    labels: postmortem.labels,
    severity: postmortem.severity,
    severityReason: '',
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

/** What to send so that the facts become mine: the fields that differ, `null` for emptied ones. */
export function updateOf(base: Facts, mine: Facts): UpdatePostmortem {
  const filled = withoutBlankRows(mine);
  const changed = changedFields(base, filled);
  const update: Record<string, unknown> = {};
  for (const field of changed) update[field] = filled[field] ?? null;
  // A reason explains a change of severity; alone it says nothing.
  if (!changed.includes('severity')) delete update.severityReason;
  return update;
}

/** Rows that were added to a list and never filled in say nothing. */
function withoutBlankRows(facts: Facts): Facts {
  return {
    ...facts,
    contributors: facts.contributors.filter(
      ({ userRef, role }) => userRef !== '' || role.trim() !== '',
    ),
    links: facts.links.filter(({ url, title }) => url.trim() !== '' || title),
  };
}
