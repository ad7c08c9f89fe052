import { useCallback } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import type {
  SimilarityKind,
  SimilarityReason,
} from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';

const OF_ENTITIES: SimilarityKind[] = [
  'same-entity',
  'depends-on',
  'dependency-of',
  'same-system',
];

/** Returns a function that says in a line why a postmortem is similar. */
export function useSimilarityWords(): (reasons: SimilarityReason[]) => string {
  const { t } = useTexts();
  return useCallback(
    reasons =>
      reasons
        .map(({ kind, values }) => {
          const shown = OF_ENTITIES.includes(kind)
            ? values.map(ref => parseEntityRef(ref).name)
            : values.map(value =>
                kind === 'same-label' ? value : t('similar.quoted', { value }),
              );
          return t(`similar.reason.${kind}`, { values: shown.join(', ') });
        })
        .join(' · '),
    [t],
  );
}
