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

import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { actionItemOperations } from './operations/actionItems';
import { commentOperations } from './operations/comments';
import { exceptionOperations } from './operations/exceptions';
import { factsOperations } from './operations/facts';
import { importOperations } from './operations/importing';
import { coveringOperations } from './operations/covering';
import { incidentOperations } from './operations/incidents';
import { incidentSourceOperations } from './operations/incidentSources';
import { itemOperations } from './operations/items';
import { lifecycleOperations } from './operations/lifecycle';
import { meetingOperations } from './operations/meeting';
import { ownershipOperations } from './operations/ownership';
import { ownerSuggestionOperations } from './operations/ownerSuggestions';
import { policyOperations } from './operations/policy';
import { readingOperations } from './operations/reading';
import { reviewOperations } from './operations/review';
import { sectionOperations } from './operations/sections';
import { snoozeOperations } from './operations/snoozes';
import { ticketOperations } from './operations/tickets';
import { watchOperations } from './operations/watching';
import type { IncidentIntake } from '../incidents/IncidentIntake';
import type { TicketSync } from '../tickets/TicketSync';
import type { ServiceContext } from './ServiceContext';

/**
 * The service with all rules, for one caller: what it may see and do is `ctx.access`, which
 * {@link createAuthorizedPostmortemsService} finds out.
 *
 * @param tickets - keeps action items and their tickets in step
 * @param intake - takes in incidents from their sources
 */
export function createDefaultPostmortemsService(
  ctx: ServiceContext,
  tickets: TicketSync,
  intake: IncidentIntake,
): PostmortemsService {
  return {
    ...readingOperations(ctx),
    ...factsOperations(ctx, intake),
    ...lifecycleOperations(ctx),
    ...ownershipOperations(ctx),
    ...ownerSuggestionOperations(ctx),
    ...exceptionOperations(ctx),
    ...snoozeOperations(ctx),
    ...reviewOperations(ctx),
    ...watchOperations(ctx),
    ...meetingOperations(ctx),
    ...commentOperations(ctx),
    ...sectionOperations(ctx),
    ...itemOperations(ctx),
    ...actionItemOperations(ctx, tickets),
    ...ticketOperations(ctx, tickets),
    ...policyOperations(ctx),
    ...importOperations(ctx),
    ...coveringOperations(ctx, intake),
    ...incidentOperations(ctx),
    ...incidentSourceOperations(ctx, intake),
  };
}
