import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { suggestOwners } from './suggestOwners';
import { canonicalRef, canonicalRefs } from '../kernel/normalize';
import { load } from '../postmortem/change';
import type { OwnershipContext } from './context';

/** Suggests owners for an incident's postmortem. */
export function ownerSuggestionOperations(
  ctx: OwnershipContext,
): Pick<PostmortemsService, 'suggestOwners'> {
  return {
    async suggestOwners({ body }, { credentials }) {
      const postmortem = body.postmortemId
        ? await load(ctx, body.postmortemId)
        : undefined;
      const [primary] = canonicalRefs(body.entityRefs);
      const [ownership] = await ctx.linking.ownershipOf(
        [[primary]],
        credentials,
      );
      const items = suggestOwners({
        suggestedRef: postmortem?.ownerSuggestion?.userRef,
        commanderRef: body.commanderRef && canonicalRef(body.commanderRef),
        contributors: body.contributors.map(({ userRef, role }) => ({
          userRef: canonicalRef(userRef),
          role,
        })),
        entityOwners: (ownership?.teamRefs ?? []).filter(ref =>
          ref.startsWith('user:'),
        ),
        ownedBefore: await ctx.postmortems.ownersOf(ctx.knex, primary),
        handedOverBy: postmortem
          ? await ctx.history.handedOverBy(ctx.knex, postmortem.number)
          : [],
      });
      const known = await ctx.linking.find(
        items.map(({ userRef }) => userRef),
        credentials,
      );
      return { items: items.filter(({ userRef }) => known.has(userRef)) };
    },
  };
}
