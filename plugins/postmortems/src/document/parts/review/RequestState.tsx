import { useState } from 'react';
import { useMay } from '../../../data/useMay';
import { useTexts } from '../../../texts/useTexts';
import { Button } from '../../../ui/controls/Button';
import { RelativeTime } from '../../../ui/dates/RelativeTime';
import { useFocusRing } from '../../../ui/focus/useFocusRing';
import { SubtleText } from '../../../ui/layout/SubtleText';
import { FrozenDocument } from '../../dialogs/FrozenDocument';
import { useDocument } from '../../useDocument';
import { DismissDialog } from './DismissDialog';
import { useMyReview } from './ReviewProvider';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { postmortemPublishPermission } from 'backstage-plugin-postmortems-common';
import type { Review } from 'backstage-plugin-postmortems-common';

const useStyles = makeStyles({
  dismiss: { '@media print': { display: 'none' } },
});

/** Shows whether a request for changes blocks publishing, or how it was resolved. */
export function RequestState(props: { review: Review }) {
  const { blocks, dismissed, lapsed } = props.review;
  const { t } = useTexts();

  if (blocks) return <Blocking review={props.review} />;
  if (dismissed) {
    return (
      <SubtleText component="div">
        {t('review.dismissed', {
          person: <EntityRefLink entityRef={dismissed.by} hideIcon />,
          time: <RelativeTime value={dismissed.at} />,
          reason: dismissed.reason,
        })}
      </SubtleText>
    );
  }
  if (lapsed) {
    return (
      <SubtleText component="div">
        {t(
          lapsed.because === 'left'
            ? 'review.lapsed.left'
            : 'review.lapsed.removed',
        )}
      </SubtleText>
    );
  }
  return null;
}

function Blocking(props: { review: Review }) {
  const { review } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const focusRing = useFocusRing();
  const { id } = useDocument().postmortem;
  const mayPublish = useMay(postmortemPublishPermission, id);
  const { dependence } = useMyReview();
  const [open, setOpen] = useState(false);

  return (
    <div>
      {t('review.blocks')}{' '}
      {mayPublish && !dependence && (
        <Button
          size="small"
          color="primary"
          className={classes.dismiss}
          {...focusRing}
          onClick={() => setOpen(true)}
        >
          {t('review.dismiss.action')}
        </Button>
      )}
      {open && (
        <FrozenDocument>
          <DismissDialog
            reviewerRef={review.reviewerRef}
            onClose={() => setOpen(false)}
          />
        </FrozenDocument>
      )}
    </div>
  );
}
