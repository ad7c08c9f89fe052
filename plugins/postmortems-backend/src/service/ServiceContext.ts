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

import type { Knex } from 'knex';
import { FULL_ACCESS } from '../access/Access';
import type { Access } from '../access/Access';
import type { Linking } from '../catalog/Linking';
import { DatabaseActionItemList } from '../database/DatabaseActionItemList';
import { DatabaseActionItemStore } from '../database/DatabaseActionItemStore';
import { DatabaseCommentStore } from '../database/DatabaseCommentStore';
import { DatabaseComplianceStore } from '../database/DatabaseComplianceStore';
import { DatabaseDeliveryStore } from '../database/DatabaseDeliveryStore';
import { DatabaseHistoryStore } from '../database/DatabaseHistoryStore';
import { DatabaseIncidentList } from '../database/DatabaseIncidentList';
import { DatabaseIncidentStore } from '../database/DatabaseIncidentStore';
import {
  createContributingFactorStore,
  createTimelineEventStore,
} from '../database/DatabaseItemStore';
import { DatabaseMessageStore } from '../database/DatabaseMessageStore';
import { DatabaseOutboxStore } from '../database/DatabaseOutboxStore';
import { DatabasePostmortemList } from '../database/DatabasePostmortemList';
import { DatabasePostmortemStore } from '../database/DatabasePostmortemStore';
import { DatabaseReminderStore } from '../database/DatabaseReminderStore';
import { DatabaseReviewStore } from '../database/DatabaseReviewStore';
import { DatabaseSectionStore } from '../database/DatabaseSectionStore';
import { DatabaseTeamStore } from '../database/DatabaseTeamStore';
import { DatabaseTicketStore } from '../database/DatabaseTicketStore';
import { DatabaseUnmappedStore } from '../database/DatabaseUnmappedStore';
import { DatabaseWatcherStore } from '../database/DatabaseWatcherStore';
import type { PolicyBook } from '../policy';

/** All that the operations of the service work with. */
export interface ServiceContext {
  knex: Knex;
  policy: PolicyBook;
  linking: Linking;
  clock: () => Date;
  /** Where the portal is, where that is configured. */
  appUrl?: string;
  /** What whoever the operations work for may see and do: a caller, or the plugin itself. */
  access: Access;
  /** Called after every committed change. */
  onCommitted: () => void;
  postmortems: DatabasePostmortemStore;
  list: DatabasePostmortemList;
  sections: DatabaseSectionStore;
  timeline: ReturnType<typeof createTimelineEventStore>;
  factors: ReturnType<typeof createContributingFactorStore>;
  actionItems: DatabaseActionItemStore;
  actionItemList: DatabaseActionItemList;
  tickets: DatabaseTicketStore;
  reviews: DatabaseReviewStore;
  watchers: DatabaseWatcherStore;
  comments: DatabaseCommentStore;
  teams: DatabaseTeamStore;
  history: DatabaseHistoryStore;
  outbox: DatabaseOutboxStore;
  reminders: DatabaseReminderStore;
  messages: DatabaseMessageStore;
  compliance: DatabaseComplianceStore;
  deliveries: DatabaseDeliveryStore;
  incidents: DatabaseIncidentStore;
  incidentList: DatabaseIncidentList;
  unmapped: DatabaseUnmappedStore;
  /** What incident sources are called, by id. */
  sourceTitles: ReadonlyMap<string, string>;
}

/**
 * @param options - `clock` tells the time, so that tests decide it
 */
export function createServiceContext(options: {
  knex: Knex;
  policy: PolicyBook;
  linking: Linking;
  clock: () => Date;
  appUrl?: string;
  onCommitted: () => void;
  sourceTitles?: ReadonlyMap<string, string>;
}): ServiceContext {
  return {
    ...options,
    access: FULL_ACCESS,
    postmortems: new DatabasePostmortemStore(),
    list: new DatabasePostmortemList(),
    sections: new DatabaseSectionStore(),
    timeline: createTimelineEventStore(),
    factors: createContributingFactorStore(),
    actionItems: new DatabaseActionItemStore(),
    tickets: new DatabaseTicketStore(),
    actionItemList: new DatabaseActionItemList(),
    reviews: new DatabaseReviewStore(),
    watchers: new DatabaseWatcherStore(),
    comments: new DatabaseCommentStore(),
    teams: new DatabaseTeamStore(),
    history: new DatabaseHistoryStore(),
    outbox: new DatabaseOutboxStore(),
    reminders: new DatabaseReminderStore(),
    messages: new DatabaseMessageStore(),
    compliance: new DatabaseComplianceStore(),
    deliveries: new DatabaseDeliveryStore(),
    incidents: new DatabaseIncidentStore(),
    incidentList: new DatabaseIncidentList(),
    unmapped: new DatabaseUnmappedStore(),
    sourceTitles: options.sourceTitles ?? new Map(),
  };
}
