import type {
  ComplianceStatus,
  Visibility,
} from 'backstage-plugin-postmortems-common';

/** References in a deleted postmortem that permission rules use. */
export type DeletedRefField =
  | 'owner'
  | 'commander'
  | 'contributor'
  | 'reviewer'
  | 'team'
  | 'entity';

/** A deleted postmortem as stored, without its snapshot. Times are ISO 8601 in UTC. */
export interface DeletedPostmortemRecord {
  number: number;
  title?: string;
  governingSeverity: string;
  visibility: Visibility;
  startedAt: string;
  resolvedAt?: string;
  publishedAt?: string;
  dueAt?: string;
  complianceStatus: ComplianceStatus;
  deletedAt: string;
  deletedBy: string;
  reason: string;
  /** The postmortem that replaced this one or that it was merged into. */
  successor?: number;
  /** Whether this postmortem was merged into the successor rather than deleted. */
  merged: boolean;
  purgeAt: string;
  purgedAt?: string;
  refs: Record<DeletedRefField, string[]>;
}
