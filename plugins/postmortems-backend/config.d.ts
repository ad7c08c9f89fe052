import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';
import type { IncidentSourceMapping } from 'backstage-plugin-postmortems-node';

/**
 * Time allowed after the incident is resolved. `cutoff: end-of-day` (default) allows until the end
 * of the due day, `exact` until the same time on that day. No effect on hours.
 */
type Due = (
  | {
      /** Hours. */
      hours: number;
    }
  | {
      /** Calendar days. */
      calendarDays: number;
    }
  | {
      /** Business days: working days except holidays. */
      businessDays: number;
    }
) & {
  /** The end of the due day, or the same time on it. */
  cutoff?: 'end-of-day' | 'exact';
};

/** A reminder before or after the deadline, or at the deadline if both are omitted. */
type ReminderStage = {
  /** Time before the deadline or due date. */
  before?: HumanDuration | string;
  /** Time after the deadline or due date. */
  after?: HumanDuration | string;
  /**
   * Recipients: the owner, members of the owning teams, or members of the nearest parent group that
   * has members.
   */
  to: 'owner' | 'team' | 'parent';
};

export interface Config {
  postmortems?: {
    /**
     * Incident severities, most severe first. Default: SEV-1 to SEV-5 with aliases such as P1 and
     * critical.
     */
    severities?: Array<{
      /** The stored and displayed name, such as SEV-1. */
      id: string;
      /** Other accepted names (case-insensitive). */
      aliases?: string[];
    }>;

    /**
     * Versions of the deadline policy. An incident is judged by the version in force when it
     * started. Default: one version without a start date.
     */
    policies?: Array<{
      /**
       * Start date of this version, such as 2026-01-01, in its time zone. At most one policy can
       * omit it, and then applies from the beginning.
       */
      effectiveFrom?: string;

      /** IANA time zone in which days are counted. Default: UTC. */
      timeZone?: string;

      /** ISO weekdays; 1 is Monday. Default: 1 to 5. */
      workingDays?: number[];

      /** Working days that are not business days. Default: none. */
      holidays?: {
        /** Two-letter code of the country whose public holidays count. */
        country?: string;
        /** Code of the state in the country, such as NY. */
        state?: string;
        /** Code of the region in the state. */
        region?: string;
        /** Additional days off, such as 2026-12-24. */
        extra?: string[];
        /** Dates that are not holidays. Takes precedence over extra. */
        ignore?: string[];
      };

      /** What completes a postmortem: publishing it (default) or holding the review meeting. */
      satisfiedBy?: 'published' | 'meeting-held';

      /**
       * Whether publishing a required postmortem needs a committed P0 or P1 action item, or a
       * reason for having none. Default: required.
       */
      actionItemsToPublish?: 'required' | 'optional';

      /** How long before the deadline a postmortem counts as due soon. Default: 24 hours. */
      warnBefore?: HumanDuration | string;

      /**
       * Deadlines by severity, at most one rule each. Severities without a rule require no
       * postmortem. Default: 3 calendar days for the most severe, 5 business days for the next.
       */
      rules?: Array<{
        /** Id or alias of a severity. */
        severity: string;
        due: Due;
      }>;

      /**
       * Due dates of action items, by incident severity and priority. Default: 15 calendar days for
       * P0 and P1 after the most severe, 30 after the next.
       */
      actionItems?: Array<{
        /** Id or alias of a severity. */
        severity: string;
        /** The priorities that the rule covers. */
        priorities: Array<'P0' | 'P1' | 'P2' | 'P3'>;
        due: Due;
      }>;
    }>;

    /** Reminders through Backstage notifications. */
    reminders?: {
      /** Whether to send reminders. New owners are notified either way. Default: true. */
      enabled?: boolean;
      /** Time of day for digests, in the team's time zone. Default: 09:00. */
      digestAt?: string;
      /**
       * How long an owner has to acknowledge, and a resolved incident to get an owner, before the
       * commander is notified. The team is notified after twice that time. Default: 24 hours.
       */
      acknowledgeWithin?: HumanDuration | string;
      /**
       * Time without news about an unresolved incident, by severity, before the commander is asked
       * whether it is still ongoing; after twice that, the team is, repeatedly. Default: 3 days.
       */
      unresolved?: Array<{
        /** Id or alias of a severity. If omitted, the entry applies to all other severities. */
        severity?: string;
        /** How long there has been no news, such as `{ days: 3 }`. */
        after: HumanDuration | string;
        /**
         * How often the team is asked again, such as `{ days: 7 }`; at least 1 day. Default: the
         * same as `after`, but at least 1 day.
         */
        repeatEvery?: HumanDuration | string;
      }>;
      /**
       * Reminder stages for the deadline, by severity. Default: the owner 24 hours before and at
       * the deadline, the team 1 day after, the parent 3 days after.
       */
      postmortems?: Array<{
        /** Id or alias of a severity. If omitted, the entry applies to all other severities. */
        severity?: string;
        stages: Array<ReminderStage>;
      }>;
      /**
       * Reminder stages for action items, by incident severity. Default: the owner 3 days before
       * and at the due date, the team 3 days after, the parent 7 days after.
       */
      actionItems?: Array<{
        /** Id or alias of a severity. If omitted, the entry applies to all other severities. */
        severity?: string;
        stages: Array<ReminderStage>;
      }>;
    };

    review?: {
      /**
       * Independent approvals required to publish: a number for every required postmortem, or one
       * per severity (id or alias) such as `{ SEV-1: 2, SEV-2: 1 }`, where other severities require
       * none. Default: 1.
       */
      approvals?: number | { [severity: string]: number };

      /**
       * Whose approvals count. Approvals by the owner, or by anyone who acknowledged or edited as
       * owner since the last publication, never count. `not-author` (default) also excludes the
       * author of more than half of the text. `not-owner` accepts that author; a publication
       * without another approval is then listed as an exception.
       */
      independence?: 'not-owner' | 'not-author';
    };

    deletion?: {
      /**
       * How long a deleted postmortem can be restored before its title and content are purged.
       * Default: 90 days.
       */
      retention?: HumanDuration | string;
    };

    /** Incidents from sources. */
    incidents?: {
      /**
       * Severities (id or alias) whose incidents require a postmortem. Default: those with a policy
       * rule.
       */
      severities?: string[];

      /** Incidents that require no postmortem regardless of severity. */
      exclude?: {
        /** Source ids. Default: none. */
        sources?: string[];
        /** Labels (case-insensitive). Default: drill and test. */
        labels?: string[];
      };

      /** How long applied and ignored deliveries are kept. Default: 30 days. */
      keepDeliveries?: HumanDuration | string;

      /** Rate limit per source and sender address. Default: 600. */
      maxRequestsPerMinute?: number;

      /** Maximum size of a delivery, such as 512KB or 2MB; at most 100MB. Default: 1MB. */
      maxDeliverySize?: string;
    };

    /** Incident sources by id. Each source adds its own keys. */
    incidentSources?: {
      /** Signed JSON from tools without a source of their own. */
      generic?: IncidentSourceMapping & {
        /**
         * Standard Webhooks secrets: base64, optionally with the prefix whsec_. Use two during
         * rotation. The source is disabled without any.
         *
         * @deepVisibility secret
         */
        secrets?: string[];
      };
      /** A source added by a module. */
      [id: string]: IncidentSourceMapping | undefined;
    };

    owningTeams?: {
      /**
       * Interval for syncing open postmortems with the owners of their entities. Default: 10
       * minutes.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    /** Synchronization of action items and tickets. */
    tickets?: {
      /**
       * Default project for tickets, as tracker and project, such as github:acme/shop or jira:OPS.
       * Teams override it with the annotation postmortems/ticket-tracker on their Group.
       */
      default?: string;

      /** Whether closing or reopening a ticket does the same to its action item. Default: true. */
      closeItem?: boolean;

      /** Whether closing or reopening an action item does the same to its ticket. Default: true. */
      closeTicket?: boolean;

      /**
       * Polling interval for open tickets, at least 1 minute; false if webhooks report every
       * change. Default: 15 minutes.
       */
      pollInterval?: HumanDuration | string | false;

      /** Rate limit per tracker webhook and sender address. Default: 600. */
      maxRequestsPerMinute?: number;
    };
  };
}
