import { useKnownPermission } from '../../data/useKnownPermission';
import { postmortemPublishPermission } from 'backstage-plugin-postmortems-common';
import { useDocument } from '../useDocument';
import { TRANSITIONS } from './lifecycle';
import type { Transition } from './lifecycle';

/** Transitions that the reader is allowed to make. */
export function useSteps(): { steps: Transition[]; loading: boolean } {
  const { postmortem, canEdit } = useDocument();
  const publishing = useKnownPermission({
    permission: postmortemPublishPermission,
    resourceRef: postmortem.id,
  });
  return {
    steps: TRANSITIONS[postmortem.status].filter(({ to }) =>
      to === 'published' ? publishing.allowed : canEdit,
    ),
    loading: publishing.loading,
  };
}
