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
 * Previews a postmortem as it would be after an incident or duplicate is merged into it.
 *
 * @param intoId - target postmortem; if undefined, nothing is loaded
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
    // Don't show the previous preview while one is loading; it would be misleading.
    placeholderData: undefined,
  });
  return { preview: value, error };
}
