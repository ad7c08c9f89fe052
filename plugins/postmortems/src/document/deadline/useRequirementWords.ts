import { useCallback } from 'react';
import type { PublicationRequirement } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { useApprovalWords } from '../parts/review/useApprovalWords';
import { useDocument } from '../useDocument';
import { useTitles } from '../useTitles';

/** Describes the requirements for publishing. */
export function useRequirementWords(): (
  key: PublicationRequirement['key'],
) => string {
  const { t } = useTexts();
  const titleOf = useTitles();
  const approvals = useApprovalWords();
  const { ownerRef } = useDocument().postmortem;
  return useCallback(
    key => {
      switch (key) {
        case 'resolved':
          return t('document.checklist.resolved');
        case 'owner':
          return t(
            ownerRef
              ? 'document.checklist.ownerAcknowledged'
              : 'document.checklist.ownerAssigned',
          );
        case 'approvals':
          return approvals;
        case 'changes-requested':
          return t('document.checklist.changesResolved');
        case 'action-items':
          return t('actionItem.gate.requirement');
        default:
          return titleOf(key);
      }
    },
    [t, titleOf, approvals, ownerRef],
  );
}
