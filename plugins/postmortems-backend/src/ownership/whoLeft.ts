import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { OwnershipContext } from './context';

const HOUR_MS = 3_600_000;
/** How long someone must be missing from the catalog to count as having left. */
const LEFT_AFTER_MS = 24 * HOUR_MS;
/**
 * Time after which an earlier absence is forgotten, because the person may have been back in
 * between.
 */
const FORGET_AFTER_MS = 7 * 24 * HOUR_MS;

/**
 * Finds users and groups who left, that is, have been missing from the catalog for 24 hours. While
 * a catalog is being rebuilt, everyone is missing, so a short absence means nothing. Records who is
 * missing, so call it on every refresh.
 *
 * @param refs - may contain duplicates
 * @throws ServiceUnavailableError if the catalog is unavailable
 */
export async function whoLeft(
  ctx: Pick<OwnershipContext, 'absences' | 'clock' | 'knex' | 'linking'>,
  refs: string[],
  credentials: BackstageCredentials,
): Promise<Set<string>> {
  const { absences, knex, linking } = ctx;
  const unique = [...new Set(refs)];
  const known = await linking.find(unique, credentials);
  const missing = unique.filter(ref => !known.has(ref));
  const now = ctx.clock();
  return knex.transaction(async tx => {
    await absences.forgetUnsought(
      tx,
      new Date(now.getTime() - FORGET_AFTER_MS),
    );
    const since = await absences.sinceWhen(tx, unique);
    await absences.forget(
      tx,
      [...since.keys()].filter(ref => known.has(ref)),
    );
    await absences.note(tx, missing, now);
    return new Set(
      missing.filter(ref => {
        const began = since.get(ref);
        return (
          began !== undefined &&
          now.getTime() - Date.parse(began) >= LEFT_AFTER_MS
        );
      }),
    );
  });
}
