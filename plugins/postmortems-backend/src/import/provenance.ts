import type { Knex } from 'knex';
import { NotAllowedError } from '@backstage/errors';
import { openImportClaims } from 'backstage-plugin-postmortems-common';
import type {
  ImportDependence,
  ImportProvenance,
} from 'backstage-plugin-postmortems-common';
import type { PostmortemsServiceOptions } from 'backstage-plugin-postmortems-node';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import {
  dependenceOf,
  explainDependence,
} from '../postmortem/integrity/independence';
import type { Dependence } from '../postmortem/integrity/independence';
import { actorOf } from '../kernel/actor';
import { independenceFacts } from '../postmortem/assertIndependent';
import type { IndependenceContext } from '../postmortem/assertIndependent';
import { isPerson } from '../postmortem/recordHistory';

/** An imported postmortem's origin, and whether the caller can confirm its claims. */
export async function provenanceFor(
  ctx: IndependenceContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  { credentials }: PostmortemsServiceOptions,
): Promise<ImportProvenance | undefined> {
  const { imported } = postmortem;
  if (!imported || openImportClaims(postmortem).length === 0) return imported;
  const dependence = await dependenceOnImport(
    ctx,
    tx,
    postmortem,
    actorOf(credentials),
  );
  return { ...imported, dependence };
}

/** @throws NotAllowedError if the actor imported the postmortem or isn't independent of it */
export async function assertIndependentOfImport(
  ctx: IndependenceContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  actorRef: string,
): Promise<void> {
  const dependence = await dependenceOnImport(ctx, tx, postmortem, actorRef);
  if (dependence) {
    throw new NotAllowedError(
      `Only someone independent can confirm an import: ${explain(dependence)}`,
    );
  }
}

async function dependenceOnImport(
  ctx: IndependenceContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  actorRef: string,
): Promise<ImportDependence | undefined> {
  if (!isPerson(actorRef)) return 'service';
  if (actorRef === postmortem.imported?.by) return 'importer';
  const { acknowledgement } = postmortem.imported?.claims ?? {};
  if (actorRef === acknowledgement?.ownerRef) return 'was-owner';
  return dependenceOf(
    actorRef,
    await independenceFacts(ctx, tx, postmortem, 'incident'),
  );
}

function explain(dependence: ImportDependence): string {
  switch (dependence) {
    case 'importer':
      return 'you imported it';
    case 'service':
      return 'use a user token instead of a service token';
    default:
      return explainDependence(dependence satisfies Dependence);
  }
}
