import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/**
 * Group annotation: the projects for its tickets, separated by commas, such as `github:acme/shop`.
 */
export const TICKET_TRACKER_ANNOTATION = 'postmortems/ticket-tracker';

/** A project in a tracker. */
export interface TicketTarget {
  /** The tracker's id. */
  tracker: string;
  /** The project's name in the tracker. */
  project: string;
}

/** Parses a target such as `github:acme/shop` or `jira:OPS`; undefined if invalid. */
export function parseTicketTarget(text: string): TicketTarget | undefined {
  const [, tracker, project] =
    /^([a-z][a-z0-9-]{0,62}):(\S{1,255})$/.exec(text.trim()) ?? [];
  return tracker && project ? { tracker, project } : undefined;
}

/** The ticket targets of a group; the first is the default. */
export function ticketTargetsOf(group: Entity): TicketTarget[] {
  const annotation =
    group.metadata.annotations?.[TICKET_TRACKER_ANNOTATION] ?? '';
  return annotation.split(',').flatMap(text => parseTicketTarget(text) ?? []);
}

/**
 * Chooses the project for a ticket: the teams' first target, or else the configured default.
 *
 * @param options - `tracker` restricts the choice
 * @throws InputError saying what to configure, if there is no target
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
      'No ticket tracker is installed. Add a tracker module to the backend',
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
      `No ${
        tracker ? `${tracker} ` : ''
      }project is configured for this ticket. Set the annotation ${TICKET_TRACKER_ANNOTATION} on ${
        teams.map(({ ref }) => ref).join(' or ') || 'the owning team'
      }, or postmortems.tickets.default in app-config`,
    );
  }
  if (!trackers.includes(target.tracker)) {
    throw new InputError(
      `Tickets are configured for ${
        target.tracker
      }, which is not installed. Installed trackers: ${trackers.join(', ')}`,
    );
  }
  return target;
}
