import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { actionItemOperations } from './actionItem/operations';
import { commentOperations } from './comment/operations';
import { correctionOperations } from './compliance/correctionOperations';
import { deletingOperations } from './deletion/operations';
import { complianceReportOperations } from './compliance/reportOperations';
import { factorOperations } from './factor/operations';
import { factsOperations } from './postmortem/factOperations';
import { feedOperations } from './feed/operations';
import { importConfirmationOperations } from './import/confirmOperations';
import { importOperations } from './import/operations';
import { coveringOperations } from './merge/operations';
import { incidentOperations } from './incident/operations';
import { incidentMappingOperations } from './incident/intake/mappingOperations';
import { incidentSourceOperations } from './incident/intake/operations';
import { itemOperations } from './timeline/operations';
import { lifecycleOperations } from './postmortem/statusOperations';
import { ongoingOperations } from './postmortem/ongoingOperations';
import { liveOperations } from './live/operations';
import { meetingOperations } from './meeting/operations';
import { ownershipOperations } from './ownership/operations';
import { ownerSuggestionOperations } from './ownership/suggestionOperations';
import { waiverOperations } from './compliance/waiverOperations';
import { policyOperations } from './compliance/policyOperations';
import { presenceOperations } from './presence/operations';
import { readingOperations } from './postmortem/readOperations';
import { redactingOperations } from './redaction/operations';
import { reviewOperations } from './review/operations';
import { sectionOperations } from './section/operations';
import { insightsOperations } from './insights/operations';
import { similarOperations } from './similar/operations';
import { snoozeOperations } from './notify/snoozeOperations';
import { ticketOperations } from './ticket/operations';
import { watchOperations } from './notify/watchOperations';
import type { IncidentIntake } from './incident/intake/IncidentIntake';
import type { TicketSync } from './ticket/TicketSync';
import type { ServiceContext } from './context';

/**
 * Creates the service for one caller. `ctx.access` is the caller's access; see {@link
 * createAuthorizedPostmortemsService}.
 *
 * @param tickets - syncs action items and tickets
 * @param intake - processes incidents from sources
 */
export function createDefaultPostmortemsService(
  ctx: ServiceContext,
  tickets: TicketSync,
  intake: IncidentIntake,
): PostmortemsService {
  return {
    ...readingOperations(ctx),
    ...similarOperations(ctx),
    ...factsOperations(ctx),
    ...deletingOperations(ctx, intake),
    ...lifecycleOperations(ctx),
    ...ongoingOperations(ctx),
    ...ownershipOperations(ctx),
    ...ownerSuggestionOperations(ctx),
    ...waiverOperations(ctx),
    ...complianceReportOperations(ctx),
    ...insightsOperations(ctx),
    ...correctionOperations(ctx),
    ...snoozeOperations(ctx),
    ...redactingOperations(ctx),
    ...reviewOperations(ctx),
    ...watchOperations(ctx),
    ...meetingOperations(ctx),
    ...commentOperations(ctx),
    ...sectionOperations(ctx),
    ...presenceOperations(ctx),
    ...liveOperations(ctx),
    ...itemOperations(ctx),
    ...factorOperations(ctx),
    ...actionItemOperations(ctx, tickets),
    ...ticketOperations(ctx, tickets),
    ...policyOperations(ctx),
    ...importOperations(ctx),
    ...importConfirmationOperations(ctx),
    ...coveringOperations(ctx, intake),
    ...incidentOperations(ctx),
    ...incidentSourceOperations(ctx, intake),
    ...incidentMappingOperations(ctx, intake),
    ...feedOperations(ctx),
  };
}
