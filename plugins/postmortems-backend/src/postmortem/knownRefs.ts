import type { Knex } from 'knex';
import type { Contributor } from 'backstage-plugin-postmortems-common';
import type { PlannedMeeting, PostmortemRecord } from './PostmortemRecord';
import type { NamedRef } from '../team/ports';
import { assertInCatalog } from '../team/ports';
import type { PostmortemContext } from './context';

interface RefField {
  /** The field that holds the references, in the record and in the history. */
  holder:
    | 'entityRefs'
    | 'ownerRef'
    | 'commanderRef'
    | 'contributors'
    | 'reviewerRefs'
    | 'meeting';
  refsIn: (value: never) => string[];
}

const itself = (ref: string) => [ref];
const all = (refs: string[]) => refs;

const FIELDS: Record<string, RefField> = {
  entityRefs: { holder: 'entityRefs', refsIn: all },
  ownerRef: { holder: 'ownerRef', refsIn: itself },
  commanderRef: { holder: 'commanderRef', refsIn: itself },
  contributors: {
    holder: 'contributors',
    refsIn: (value: Contributor[]) => value.map(({ userRef }) => userRef),
  },
  reviewerRefs: { holder: 'reviewerRefs', refsIn: all },
  attendeeRefs: {
    holder: 'meeting',
    refsIn: ({ attendeeRefs }: PlannedMeeting) => attendeeRefs,
  },
};

/**
 * Rejects references that aren't in the catalog, unless the field has or had them. Entities that
 * left the catalog can be kept or put back, but not newly added.
 *
 * @param missing - from `Linking.link`, with field names such as `contributors[1].userRef`
 * @throws InputError naming the first field whose reference is new
 */
export async function assertKnown(
  ctx: PostmortemContext,
  tx: Knex,
  current: PostmortemRecord,
  missing: NamedRef[],
): Promise<void> {
  const isKnown = await Promise.all(
    missing.map(async ({ field, ref }) => {
      const { holder, refsIn } = FIELDS[field.split('[')[0]];
      const now = current[holder];
      return (
        (now !== undefined && refsIn(now as never).includes(ref)) ||
        wasIn(ctx, tx, current.number, { holder, refsIn, ref })
      );
    }),
  );
  assertInCatalog(missing.filter((_, index) => !isKnown[index]));
}

/** Whether `ref` was ever in a postmortem's field, according to the history. */
export async function wasIn<T>(
  ctx: PostmortemContext,
  tx: Knex,
  postmortem: number,
  {
    holder,
    refsIn,
    ref,
  }: { holder: string; refsIn: (value: T) => string[]; ref: string },
): Promise<boolean> {
  const values = await ctx.history.valuesOf(tx, postmortem, holder);
  return values.some(value => refsIn(value as T).includes(ref));
}
