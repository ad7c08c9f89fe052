import type { Knex } from 'knex';
import type { ActionItemContext } from '../actionItem/ports';
import type { ComplianceContext } from '../compliance/ports';
import type { IncidentContext } from '../incident/ports';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import type { DeletedStore } from './DeletedStore';

export interface DeletionContext
  extends ActionItemContext,
    ComplianceContext,
    IncidentContext {
  actionItems: ActionItemContext['actionItems'];
  exceptions: ComplianceContext['exceptions'];
  incidents: IncidentContext['incidents'];
  deleted: DeletedStore;
  /** How long deleted postmortems can be restored, in milliseconds. */
  deletedRetentionMs: number;
  /** Undoes the merge that removed a postmortem, after that postmortem was restored. */
  undoMerge(
    ctx: DeletionContext,
    tx: Knex,
    restored: PostmortemRecord,
    by: { actorRef: string; at: string; reason?: string },
  ): Promise<void>;
}
