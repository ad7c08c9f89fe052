import type {
  MergePreview,
  PreviewMerge,
} from 'backstage-plugin-postmortems-common';
import { postmortemQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';

/** A preview and its loading state. */
export interface LoadedPreview {
  preview?: MergePreview;
  error?: Error;
}

/**
 * Previews a postmortem as it would be after merging an incident or duplicate into it.
 *
 * @param intoId - target postmortem; nothing is loaded without it
 */
export function useMergePreview(
  intoId: string | undefined,
  { incidentId, duplicateId }: PreviewMerge,
): LoadedPreview {
  const { value, error } = useLoaded({
    ...postmortemQueries.mergePreview(
      intoId ?? '',
      incidentId ? { incidentId } : { duplicateId },
    ),
    enabled: intoId !== undefined,
    // While a preview loads, the previous one would be misleading.
    placeholderData: undefined,
  });
  return { preview: value, error };
}
