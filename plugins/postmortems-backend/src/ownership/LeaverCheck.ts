import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { yieldToEventLoop } from '../kernel/yieldToEventLoop';
import type { Absence } from '../team/ports';
import type { OwnershipContext } from './context';

const HOUR_MS = 3_600_000;
/** How long someone must be missing from the catalog to count as having left. */
const LEFT_AFTER_MS = 24 * HOUR_MS;
/**
 * Time after which an earlier absence is forgotten, because the person may have been back in
 * between.
 */
const FORGET_AFTER_MS = 7 * 24 * HOUR_MS;
/** How often to record that someone is still missing. */
const RECORD_AGAIN_MS = 24 * HOUR_MS;

/**
 * Finds users and groups who left, that is, have been missing from the catalog for 24 hours. While
 * a catalog is being rebuilt, everyone is missing, so a short absence means nothing.
 *
 * Use one check per refresh, and finally call {@link record}: the absences of all postmortems are
 * written together, and only those that changed.
 */
export class LeaverCheck {
  readonly #ctx: Pick<
    OwnershipContext,
    'absences' | 'clock' | 'knex' | 'linking'
  >;
  readonly #credentials: BackstageCredentials;
  readonly #found = new Set<string>();
  readonly #missing = new Set<string>();
  #absences: Map<string, Absence> | undefined;

  constructor(
    ctx: Pick<OwnershipContext, 'absences' | 'clock' | 'knex' | 'linking'>,
    credentials: BackstageCredentials,
  ) {
    this.#ctx = ctx;
    this.#credentials = credentials;
  }

  /**
   * Finds those who left.
   *
   * @param refs - may contain duplicates
   * @throws ServiceUnavailableError if the catalog is unavailable
   */
  async whoLeft(refs: string[]): Promise<Set<string>> {
    const { clock, linking } = this.#ctx;
    const unique = [...new Set(refs)];
    const known = await linking.find(unique, this.#credentials);
    const absences = await this.#read();
    const now = clock().getTime();
    const left = new Set<string>();
    for (const ref of unique) {
      if (known.has(ref)) {
        this.#found.add(ref);
        this.#missing.delete(ref);
        continue;
      }
      this.#missing.add(ref);
      const absence = absences.get(ref);
      if (
        absence &&
        !isForgotten(absence, now) &&
        now - Date.parse(absence.missingSince) >= LEFT_AFTER_MS
      ) {
        left.add(ref);
      }
    }
    return left;
  }

  /** Records who is missing, and who is back. */
  async record(): Promise<void> {
    const { absences, clock, knex } = this.#ctx;
    const now = clock();
    const before = await this.#read();
    const deleted = [...before.values()].filter(
      absence =>
        !this.#missing.has(absence.ref) &&
        (this.#found.has(absence.ref) || isForgotten(absence, now.getTime())),
    );
    const saved = [...this.#missing].flatMap(ref => {
      const absence = before.get(ref);
      const at = now.toISOString();
      if (!absence || isForgotten(absence, now.getTime())) {
        return [{ ref, missingSince: at, lastMissedAt: at }];
      }
      const isRecent =
        now.getTime() - Date.parse(absence.lastMissedAt) < RECORD_AGAIN_MS;
      return isRecent ? [] : [{ ...absence, lastMissedAt: at }];
    });
    await absences.save(
      knex,
      { deleted: deleted.map(({ ref }) => ref), saved },
      yieldToEventLoop,
    );
  }

  /** The absences before this refresh. */
  async #read(): Promise<Map<string, Absence>> {
    const { absences, knex } = this.#ctx;
    this.#absences ??= new Map(
      (await absences.list(knex)).map(absence => [absence.ref, absence]),
    );
    return this.#absences;
  }
}

function isForgotten({ lastMissedAt }: Absence, now: number): boolean {
  return now - Date.parse(lastMissedAt) > FORGET_AFTER_MS;
}
