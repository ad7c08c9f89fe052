import type {
  IncidentDisposition,
  LeftOut,
  NotRequiredReason,
  SourceFactField,
  Visibility,
  BlockedBy,
} from 'backstage-plugin-postmortems-common';
import type { SourceService } from 'backstage-plugin-postmortems-node';
import type { SharedAddress } from './mapping/sharedAddresses';
import type { IncidentState } from './reduceChanges';
import type { PostmortemFacts } from '../postmortem/PostmortemRecord';

/** Facts for a postmortem that a source can report. */
export type SourceFacts = Pick<PostmortemFacts, SourceFactField>;

/**
 * Omitted source data. `recorded` is the value of `leftOut` when it was last recorded in the
 * history.
 */
export type StoredLeftOut = LeftOut & { recorded: number };

/** The result of an incident's last sync. Times are ISO 8601 in UTC. */
export interface IncidentOutcome {
  /** The incident's current facts; undefined before the first sync. */
  state?: IncidentState;
  disposition: IncidentDisposition;
  blockedBy?: BlockedBy;
  notRequiredBecause?: NotRequiredReason;
  title: string;
  url?: string;
  startedAt: string;
  resolvedAt?: string;
  governingSeverity?: string;
  visibility: Visibility;
  mergedInto?: string;
  /**
   * The number of the postmortem that covers the incident: its own, or that of the incident it was
   * merged into.
   */
  postmortem?: number;
  /** The facts reported by the source. */
  theirs?: SourceFacts;
  /** The base of the three-way merge; undefined if the incident never had its own postmortem. */
  base?: SourceFacts;
  error?: string;
  /** Source data that exceeded the postmortem's limits. */
  leftOut?: StoredLeftOut[];
  entityRefs: string[];
  teamRefs: string[];
  unmappedServices: SourceService[];
  unknownSeverities: string[];
}

/** The result of a sync, as stored with the incident. */
export interface IncidentConclusion extends IncidentOutcome {
  /** Email addresses shared by several users, so that they identify none of them. */
  sharedAddresses: SharedAddress[];
}

/** An incident as stored. */
export interface IncidentRecord extends IncidentOutcome {
  rowId: number;
  source: string;
  key: string;
  /** Incremented when changes are added. */
  changes: number;
  /** Consecutive failed syncs. */
  attempts: number;
}
