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

import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** On a Group: where its tickets go, such as `github:acme/shop`; several with commas between. */
export const TICKET_TRACKER_ANNOTATION = 'postmortems/ticket-tracker';

/** A place that tickets are made in. */
export interface TicketTarget {
  /** The id of the tracker. */
  tracker: string;
  /** The place in it, in the tracker's own terms. */
  project: string;
}

/** Reads a target such as `github:acme/shop` or `jira:OPS`; undefined if it is none. */
export function parseTicketTarget(text: string): TicketTarget | undefined {
  const [, tracker, project] =
    /^([a-z][a-z0-9-]{0,62}):(\S{1,255})$/.exec(text.trim()) ?? [];
  return tracker && project ? { tracker, project } : undefined;
}

/** Where a group wants its tickets, the first being the usual place. */
export function ticketTargetsOf(group: Entity): TicketTarget[] {
  const annotation =
    group.metadata.annotations?.[TICKET_TRACKER_ANNOTATION] ?? '';
  return annotation.split(',').flatMap(text => parseTicketTarget(text) ?? []);
}

/**
 * Decides where a ticket is made: where the first of the teams says, or else the configuration.
 *
 * @param options - `tracker` is the one that the caller wants, if any
 * @throws InputError that says what to configure where nothing does
 */
export function chooseTarget(options: {
  teams: { ref: string; targets: TicketTarget[] }[];
  defaultTarget?: TicketTarget;
  trackers: string[];
  tracker?: string;
}): TicketTarget {
  const { teams, defaultTarget, trackers, tracker } = options;
  if (trackers.length === 0) {
    throw new InputError(
      'This portal has no ticket tracker; modules of the backend add them',
    );
  }
  if (tracker && !trackers.includes(tracker)) {
    throw new InputError(
      `tracker must be ${trackers.join(' or ')}, not ${tracker}`,
    );
  }
  const target = [
    ...teams.flatMap(({ targets }) => targets),
    ...(defaultTarget ? [defaultTarget] : []),
  ].find(each => !tracker || each.tracker === tracker);

  if (!target) {
    throw new InputError(
      `It is not known where ${
        tracker ? `in ${tracker} ` : ''
      }the ticket should be made: set the annotation ${TICKET_TRACKER_ANNOTATION} on ${
        teams.map(({ ref }) => ref).join(' or ') || 'the owning team'
      }, or postmortems.tickets.default in app-config`,
    );
  }
  if (!trackers.includes(target.tracker)) {
    throw new InputError(
      `The ticket should be made in ${
        target.tracker
      }, but this portal has only ${trackers.join(' and ')}`,
    );
  }
  return target;
}
