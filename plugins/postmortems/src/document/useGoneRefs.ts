import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogQueries } from '../data/catalogQueries';
import { useLoaded } from '../data/useLoaded';
import { useDocument } from './useDocument';

const NONE: ReadonlySet<string> = new Set();

/**
 * The postmortem's entities and people that are no longer in the catalog. Empty until the catalog
 * has responded.
 */
export function useGoneRefs(): ReadonlySet<string> {
  const catalog = useApi(catalogApiRef);
  const { postmortem } = useDocument();
  const { ownerRef, commanderRef, imported } = postmortem;
  const { waiver, extension } = imported?.claims ?? {};
  const refs = [
    ...new Set([
      ...postmortem.entityRefs,
      ...postmortem.contributors.map(({ userRef }) => userRef),
      ...[
        ownerRef,
        commanderRef,
        waiver?.approverRef,
        extension?.approverRef,
      ].flatMap(ref => ref ?? []),
    ]),
  ];
  const { value: existing } = useLoaded({
    ...catalogQueries.existing(catalog, refs),
    placeholderData: undefined,
  });
  return existing ? new Set(refs.filter(ref => !existing.has(ref))) : NONE;
}
