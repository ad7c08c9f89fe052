import { useTexts } from '../../../texts/useTexts';
import { useDocument } from '../../useDocument';

/** Describes how many of the required approvals have been given. */
export function useApprovalWords(): string {
  const { t } = useTexts();
  const { approvals, approvalsRequired } = useDocument().postmortem.review;
  return approvalsRequired > 0
    ? t('review.approvals', {
        approvals: String(approvals),
        count: approvalsRequired,
      })
    : t('review.noneNeeded');
}
