import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';
import type { IncidentSourceMapping } from 'backstage-plugin-postmortems-node';

/**
 * Time allowed after the incident is resolved. With the cutoff `end-of-day` (default), the deadline
 * is the end of the due day; with `exact`, it is the time of day at which the incident was
 * resolved. The cutoff does not apply to hours.
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
  /**
   * Whether the deadline is the end of the due day (default), or the time of day at which the
   * incident was resolved.
   */
  cutoff?: 'end-of-day' | 'exact';
};

/**
 * A reminder before or after the deadline or due date. Without `before` and `after`, it is sent at
 * that time.
 */
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
     * Versions of the deadline policy. Each incident uses the version in force when it started.
     * Default: one version without a start date.
     */
    policies?: Array<{
      /**
       * Start date of this version, such as 2026-01-01, in its time zone. One version can omit it
       * and then applies from the beginning.
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
        /** Code of a state in the country, such as NY. */
        state?: string;
        /** Code of a region in the state. */
        region?: string;
        /** Additional days off, such as 2026-12-24. */
        extra?: string[];
        /** Dates that are not holidays. Overrides extra. */
        ignore?: string[];
      };

      /** What completes a postmortem: publishing it (default) or holding the review meeting. */
      satisfiedBy?: 'published' | 'meeting-held';

      /**
       * Whether publishing a required postmortem needs a committed P0 or P1 action item, or a
       * reason for having none. Default: required.
       */
      actionItemsToPublish?: 'required' | 'optional';

      /** How long before the deadline a postmortem is shown as due soon. Default: 24 hours. */
      warnBefore?: HumanDuration | string;

      /**
       * Deadlines, at most one rule per severity. Severities without a rule require no postmortem.
       * Default: 3 calendar days for the most severe, 5 business days for the next.
       */
      rules?: Array<{
        /** Id or alias of a severity. */
        severity: string;
        due: Due;
      }>;

      /**
       * Due dates for action items, by incident severity and priority. Default: 15 calendar days
       * for P0 and P1 after incidents of the highest severity, 30 for the next.
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
      /** Whether to send reminders. New owners are always notified. Default: true. */
      enabled?: boolean;
      /** Time of day for digests, in the team's time zone. Default: 09:00. */
      digestAt?: string;
      /**
       * How long an owner has to acknowledge, or a resolved incident can be without an owner,
       * before the commander is notified. After twice that time, the team is notified. Default: 24
       * hours.
       */
      acknowledgeWithin?: HumanDuration | string;
      /**
       * How long an incident can be unresolved without news before the commander is asked whether
       * it is still ongoing, by severity. After twice that time, the team is asked, repeatedly.
       * Default: 3 days.
       */
      unresolved?: Array<{
        /** Id or alias of a severity. If omitted, the entry applies to all other severities. */
        severity?: string;
        /** Time without news, such as `{ days: 3 }`. */
        after: HumanDuration | string;
        /**
         * How often the team is asked again, such as `{ days: 7 }`; at least 1 day. Default: the
         * same as `after`, but at least 1 day.
         */
        repeatEvery?: HumanDuration | string;
      }>;
      /**
       * Reminder stages for the postmortem deadline, by severity. Default: the owner 24 hours
       * before and at the deadline, the team 1 day after, the parent group 3 days after.
       */
      postmortems?: Array<{
        /** Id or alias of a severity. If omitted, the entry applies to all other severities. */
        severity?: string;
        stages: Array<ReminderStage>;
      }>;
      /**
       * Reminder stages for action items, by incident severity. Default: the owner 3 days before
       * and at the due date, the team 3 days after, the parent group 7 days after.
       */
      actionItems?: Array<{
        /** Id or alias of a severity. If omitted, the entry applies to all other severities. */
        severity?: string;
        stages: Array<ReminderStage>;
      }>;
      /**
       * Weekly numbers of each group for those accountable for it: its owners in the catalog, or
       * else its direct members.
       */
      weeklyDigest?: {
        /** Whether to send it. Default: false. */
        enabled?: boolean;
        /** ISO weekday; 1 is Monday. Default: 1. */
        weekday?: number;
        /** Time of day in `timeZone`. Default: 09:00. */
        at?: string;
        /** IANA time zone. Default: UTC. */
        timeZone?: string;
      };
    };

    review?: {
      /**
       * Independent approvals required to publish. Either one number for every required postmortem,
       * or one per severity (id or alias), such as `{ SEV-1: 2, SEV-2: 1 }`; other severities then
       * require none. Default: 1.
       */
      approvals?: number | { [severity: string]: number };

      /**
       * Which approvals count. Approvals by the owner never do, nor do those by anyone who
       * acknowledged ownership or edited as the owner since the last publication. `not-author`
       * (default) also excludes the person who wrote more than half of the text. `not-owner`
       * accepts their approval; a publication without any other approval is then listed as an
       * exception.
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

    /** Incidents reported by sources. */
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
      /** Signed JSON from tools without their own source. */
      generic?: IncidentSourceMapping & {
        /**
         * Standard Webhooks secrets: base64, optionally with the prefix whsec_. Set two during
         * rotation. Without a secret, the source is disabled.
         *
         * @deepVisibility secret
         */
        secrets?: string[];
      };
      /** A source that a module adds. */
      [id: string]: IncidentSourceMapping | undefined;
    };

    /** SVG badges for READMEs. They are served without authentication. */
    badges?: {
      /**
       * Whether anyone who can reach the backend can fetch figures about the internal postmortems
       * of any service. Default: false.
       */
      enabled?: boolean;

      /** Rate limit per address. Default: 300. */
      maxRequestsPerMinute?: number;
    };

    /** Atom feeds of published postmortems, for feed readers. */
    feeds?: {
      /**
       * Whether people can create feeds. Anyone who has the address of a feed can read it without
       * authentication. Default: false.
       */
      enabled?: boolean;

      /** Rate limit per address. Default: 300. */
      maxRequestsPerMinute?: number;
    };

    /** Editing of a section by several people at the same time. Experimental. */
    liveEditing?: {
      /**
       * Whether the API for live editing is available. Experimental: the API may change, and the
       * screens don't use it yet. Default: false.
       */
      enabled?: boolean;
    };

    owningTeams?: {
      /**
       * Interval for updating open postmortems when the owners of their entities change. Default:
       * 10 minutes.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    /** Synchronization of action items and tickets. */
    tickets?: {
      /**
       * Default project for tickets, such as github:acme/shop or jira:OPS. A team overrides it with
       * the annotation postmortems/ticket-tracker on its Group.
       */
      default?: string;

      /**
       * Whether closing or reopening a ticket also closes or reopens its action item. Default:
       * true.
       */
      closeItem?: boolean;

      /**
       * Whether closing or reopening an action item also closes or reopens its ticket. Default:
       * true.
       */
      closeTicket?: boolean;

      /**
       * Polling interval for open tickets, at least 1 minute. Set it to false if webhooks report
       * every change. Default: 15 minutes.
       */
      pollInterval?: HumanDuration | string | false;

      /** Rate limit per tracker webhook and sender address. Default: 600. */
      maxRequestsPerMinute?: number;
    };
  };
}
