import { useTexts } from '../../../texts/useTexts';
import { Link } from '../../../ui/navigation/Link';
import { anchorOf } from '../../parts';
import { useDocument } from '../../useDocument';
import { useApprovalWords } from './useApprovalWords';

/** The review's state in brief, with a link to the review part. */
export function ReviewLink() {
  const { t } = useTexts();
  const { postmortem } = useDocument();
  const approvals = useApprovalWords();

  return (
    <Link to={`#${anchorOf('review')}`}>
      {postmortem.review.changesRequested > 0
        ? t('review.changesRequested')
        : approvals}
    </Link>
  );
}
