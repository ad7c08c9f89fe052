import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ImportClaim,
  ImportProvenance,
} from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { DateLabel } from '../../ui/dates/DateLabel';
import { EntityRefs } from '../../ui/labels/EntityRefs';
import { useDocument } from '../useDocument';
import { useGoneRefs } from '../useGoneRefs';

const useStyles = makeStyles(theme => ({
  root: { margin: theme.spacing(1, 0, 0), paddingLeft: theme.spacing(2.5) },
}));

/** An import's unconfirmed claims. */
export function ImportClaims(props: {
  claims: ImportProvenance['claims'];
  open: ImportClaim[];
}) {
  const { claims, open } = props;
  const { publication, waiver, extension, acknowledgement, meeting } = claims;
  const classes = useStyles();
  const { t } = useTexts();
  const { timeZone } = useDocument().postmortem;
  const gone = useGoneRefs();
  const person = (ref: string) => <EntityRefs entityRefs={[ref]} gone={gone} />;
  const date = (value: string) => <DateLabel value={value} />;

  const texts: Record<ImportClaim, ReactNode> = {
    publication:
      publication &&
      t('imported.claim.publication', { date: date(publication.at) }),
    waiver:
      waiver &&
      (waiver.expiresAt
        ? t('imported.claim.waiverUntil', {
            date: date(waiver.expiresAt),
            approver: person(waiver.approverRef),
            reason: waiver.reason,
          })
        : t('imported.claim.waiver', {
            approver: person(waiver.approverRef),
            reason: waiver.reason,
          })),
    extension:
      extension &&
      t('imported.claim.extension', {
        date: <DateLabel value={extension.dueAt} zone={timeZone} />,
        approver: person(extension.approverRef),
        reason: extension.reason,
      }),
    acknowledgement:
      acknowledgement &&
      t('imported.claim.acknowledgement', {
        owner: person(acknowledgement.ownerRef),
        date: date(acknowledgement.at),
      }),
    meeting:
      meeting && t('imported.claim.meeting', { date: date(meeting.heldAt) }),
  };
  return (
    <ul className={classes.root}>
      {open.map(claim => (
        <Typography key={claim} variant="body2" component="li">
          {texts[claim]}
        </Typography>
      ))}
    </ul>
  );
}
