import { useTexts } from '../../../texts/useTexts';
import { PeoplePicker } from '../../../ui/fields/PeoplePicker';
import { DocumentAccessWarning } from '../../access/AccessWarning';
import { useDocument } from '../../useDocument';

/** Selects reviewers: users, or groups in which any member can review. */
export function ReviewersField(props: {
  value: string[];
  onChange: (value: string[]) => void;
  initialFocus?: boolean;
}) {
  const { t } = useTexts();
  const { ownerRef, teamRefs, review } = useDocument().postmortem;

  return (
    <>
      <PeoplePicker
        {...props}
        label={t('review.reviewers')}
        helperText={
          review.approvalsRequired > 0
            ? t('review.reviewersHelp', { count: review.approvalsRequired })
            : t('review.reviewersHelpNoneNeeded')
        }
        teamRefs={teamRefs}
        // Owners can't approve their own postmortem.
        except={ownerRef}
        groups
      />
      <DocumentAccessWarning refs={props.value} effect="access" />
    </>
  );
}
