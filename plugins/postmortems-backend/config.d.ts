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

import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';
import type { IncidentSourceMapping } from 'backstage-plugin-postmortems-node';

/**
 * How long a rule gives after the resolution of the incident. With `cutoff: end-of-day`, the
 * default, until the end of the due day; with `exact` until the same wall-clock time on it. It
 * has no effect on hours.
 */
type Due = (
  | {
      /** Hours, by the clock. */
      hours: number;
    }
  | {
      /** Calendar days. */
      calendarDays: number;
    }
  | {
      /** Business days: working days that are no holidays. */
      businessDays: number;
    }
) & {
  /** The end of the due day, or the same wall-clock time on it. */
  cutoff?: 'end-of-day' | 'exact';
};

/**
 * When somebody is reminded: some time before or after the deadline, or with neither at the
 * deadline.
 */
type ReminderStage = {
  /** How long before the deadline or due date. */
  before?: HumanDuration | string;
  /** How long after it. */
  after?: HumanDuration | string;
  /**
   * The owner, the members of the owning teams, or those of the nearest group above a team that
   * has members of its own.
   */
  to: 'owner' | 'team' | 'parent';
};

export interface Config {
  postmortems?: {
    /**
     * The severities of incidents, the most severe first. By default SEV-1 to SEV-5 with aliases
     * such as P1 and critical.
     */
    severities?: Array<{
      /** The name that is stored and shown, such as SEV-1. */
      id: string;
      /** Other names that are understood, in any case. */
      aliases?: string[];
    }>;

    /**
     * The deadline policy in its versions. An incident is judged by the version that was in force
     * when it started. By default one that was always in force.
     */
    policies?: Array<{
      /**
       * The date from which on this policy is in force, such as 2026-01-01, in its own time zone.
       * Left out, it always was; only one policy may leave it out.
       */
      effectiveFrom?: string;

      /** IANA name of the time zone in which days are counted. By default UTC. */
      timeZone?: string;

      /** ISO weekdays, 1 is Monday. By default 1 to 5. */
      workingDays?: number[];

      /** The days that are no business days although they are working days. By default none. */
      holidays?: {
        /** Two-letter code of the country whose public holidays count. */
        country?: string;
        /** Code of the state within the country, such as NY. */
        state?: string;
        /** Code of the region within the state. */
        region?: string;
        /** Further days off, such as 2026-12-24. */
        extra?: string[];
        /** Dates that are no holidays after all; they win over extra. */
        ignore?: string[];
      };

      /**
       * What completes a postmortem: that it is published, which is the default, or that the
       * review meeting was held.
       */
      satisfiedBy?: 'published' | 'meeting-held';

      /**
       * Whether a postmortem that a rule requires can only be published with a committed action
       * item of priority P0 or P1, or a written decision that none is needed. By default it cannot otherwise.
       */
      actionItemsToPublish?: 'required' | 'optional';

      /** How long before the deadline a postmortem is due soon. By default 24 hours. */
      warnBefore?: HumanDuration | string;

      /**
       * How long each severity gives, at most one rule for each. Without a rule, no postmortem is
       * required. By default the most severe gives 3 calendar days, the next 5 business days.
       */
      rules?: Array<{
        /** Id or alias of a severity. */
        severity: string;
        due: Due;
      }>;

      /**
       * How long action items may take, by the severity of the incident and their priority. By
       * default P0 and P1 get 15 calendar days after the most severe, 30 after the next.
       */
      actionItems?: Array<{
        /** Id or alias of a severity. */
        severity: string;
        /** The priorities that it is for. */
        priorities: Array<'P0' | 'P1' | 'P2' | 'P3'>;
        due: Due;
      }>;
    }>;

    /**
     * How people are reminded, through the notifications of the portal. What is left out has its
     * default.
     */
    reminders?: {
      /** Whether anybody is reminded. Whoever becomes the owner is told all the same. By default true. */
      enabled?: boolean;
      /** When digests are sent, as clocks show it where the team works. By default 09:00. */
      digestAt?: string;
      /**
       * How long an owner has to acknowledge, and a resolved incident to get an owner, before the
       * commander is told, and as long again before the team is. By default 24 hours.
       */
      acknowledgeWithin?: HumanDuration | string;
      /**
       * The stages for the deadline of postmortems, by severity. By default 24 hours before and at
       * the deadline to the owner, a day after it to the team, three days after it to the parent.
       */
      postmortems?: Array<{
        /** Id or alias of a severity. Left out, for every severity without an entry. */
        severity?: string;
        stages: Array<ReminderStage>;
      }>;
      /**
       * The stages for the due date of action items, by severity of the incident. By default three
       * days before and at the due date to the owner, three days after it to the team, seven days
       * after it to the parent.
       */
      actionItems?: Array<{
        /** Id or alias of a severity. Left out, for every severity without an entry. */
        severity?: string;
        stages: Array<ReminderStage>;
      }>;
    };

    review?: {
      /**
       * How many approvals publishing takes, by others than the owner: a number for every
       * postmortem that a rule requires, or one by severity (id or alias), as in
       * `{ SEV-1: 2, SEV-2: 1 }`; severities that are not named take none. By default 1.
       */
      approvals?: number | { [severity: string]: number };
    };

    /** How incidents come in from their sources. */
    incidents?: {
      /**
       * Ids or aliases of the severities of which incidents become postmortems. By default those
       * that a rule of the policy covers.
       */
      severities?: string[];

      /** Incidents that become no postmortem whatever their severity. */
      exclude?: {
        /** Ids of sources. By default none. */
        sources?: string[];
        /** Labels, in any case. By default drill and test. */
        labels?: string[];
      };

      /** How long deliveries are kept once they are applied or ignored. By default 30 days. */
      keepDeliveries?: HumanDuration | string;

      /** How often one address may send to one source. By default 600. */
      maxRequestsPerMinute?: number;
    };

    /** The sources of incidents, by id; what else belongs there each says itself. */
    incidentSources?: {
      /** Incidents of whatever has no source of its own, as signed JSON. */
      generic?: IncidentSourceMapping & {
        /**
         * Base64, with or without whsec_ in front, as Standard Webhooks lays down; two while one
         * is replaced. Without one there is no such source.
         *
         * @deepVisibility secret
         */
        secrets?: string[];
      };
      /** A source that a module adds. */
      [id: string]: IncidentSourceMapping | undefined;
    };

    owningTeams?: {
      /**
       * How often open postmortems follow the current owners of their entities. By default every
       * 10 minutes.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    /** How action items and their tickets are kept in step. */
    tickets?: {
      /**
       * Where tickets are made where the owning team's Group has no annotation
       * postmortems/ticket-tracker: a tracker and a project, such as github:acme/shop or jira:OPS.
       */
      default?: string;

      /**
       * Whether closing the ticket closes the action item, and reopening it reopens it. By
       * default it does.
       */
      closeItem?: boolean;

      /**
       * Whether closing the action item closes the ticket, and reopening it reopens it. By
       * default it does.
       */
      closeTicket?: boolean;

      /**
       * How often open tickets are looked at, at least a minute; false where webhooks tell of
       * every change. By default 15 minutes.
       */
      pollInterval?: HumanDuration | string | false;

      /** How often one address may send to the webhook of one tracker. By default 600. */
      maxRequestsPerMinute?: number;
    };
  };
}
