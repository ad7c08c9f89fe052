import type {
  DeadlinePreview,
  PreviewDeadline,
} from 'backstage-plugin-postmortems-common';
import { previewDeadlineSchema } from 'backstage-plugin-postmortems-common';
import { policyQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';

/** The latest preview. The previous one is kept until the next one has loaded. */
export interface PreviewState {
  preview?: DeadlinePreview;
  error?: Error;
  loading: boolean;
  retry: () => void;
}

/**
 * Previews the deadline shortly after the facts change. Doesn't request a preview if the facts are
 * incomplete or impossible.
 */
export function useDeadlinePreview(
  facts: PreviewDeadline | undefined,
): PreviewState {
  const parsed = previewDeadlineSchema.safeParse(facts);
  const { value, error, ...state } = useLoaded({
    ...policyQueries.preview(parsed.data),
    enabled: parsed.success,
  });
  return parsed.success
    ? { ...state, preview: value, error }
    : { loading: false, retry: state.retry };
}
