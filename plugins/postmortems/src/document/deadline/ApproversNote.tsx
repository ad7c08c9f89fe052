import { Fragment } from 'react';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { SubtleText } from '../../ui/layout/SubtleText';
import { useMutation } from '../dialogs/useMutation';
import { useApprovers } from '../parts/review/useApprovers';
import { useTeamsAbove } from '../../data/useTeamsAbove';
import { useDocument } from '../useDocument';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  EntityDisplayName,
  EntityRefLink,
} from '@backstage/plugin-catalog-react';
import { useSend } from '../../data/mutations';

const MAX_SHOWN = 5;

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(1) },
  ask: {
    textTransform: 'none',
    '@media print': { display: 'none' },
  },
}));

/** Shows who can give the missing approvals. If nobody can, offers to ask the parent group. */
export function ApproversNote() {
  const classes = useStyles();
  const { t } = useTexts();
  const { teamRefs, review } = useDocument().postmortem;
  const approvers = useApprovers();
  const above = useTeamsAbove(teamRefs, approvers?.nobody === true).filter(
    group => !review.reviewerRefs.includes(group),
  );

  function content() {
    if (!approvers) return null;
    const { asked, others, nobody } = approvers;
    if (asked.length > 0) {
      return t('document.checklist.canApprove', {
        people: <Refs of={asked} />,
      });
    }
    if (others.length > 0) {
      return t('document.checklist.couldApprove', {
        people: <Refs of={others} />,
      });
    }
    if (!nobody) return null;
    return above.length > 0 ? (
      <>
        {t('document.checklist.nobodyCanApprove')} <AskAbove groups={above} />
      </>
    ) : (
      t('document.checklist.askAnotherTeam')
    );
  }

  const said = content();
  return said ? (
    <div className={classes.root}>
      <SubtleText component="div">{said}</SubtleText>
    </div>
  ) : null;
}

function Refs(props: { of: string[] }) {
  const shown = props.of.slice(0, MAX_SHOWN);
  return (
    <>
      {shown.map((ref, at) => (
        <Fragment key={ref}>
          {at > 0 && ', '}
          <EntityRefLink entityRef={ref} hideIcon />
        </Fragment>
      ))}
      {props.of.length > shown.length && '…'}
    </>
  );
}

function AskAbove(props: { groups: string[] }) {
  const classes = useStyles();
  const { t } = useTexts();
  const send = useSend();
  const { postmortem, canWrite } = useDocument();
  const { run, busy, error } = useMutation();
  const { id, revision, review } = postmortem;

  if (!canWrite) return null;
  return (
    <>
      {props.groups.map(group => (
        <Button
          key={group}
          size="small"
          color="primary"
          className={classes.ask}
          disabled={busy}
          onClick={() =>
            run(() =>
              send('putReviewers', {
                params: { id },
                body: { reviewerRefs: [...review.reviewerRefs, group] },
                ifMatch: revision,
              }),
            )
          }
        >
          {t('document.checklist.askGroup', {
            group: (
              <EntityDisplayName entityRef={group} hideIcon disableTooltip />
            ),
          })}
        </Button>
      ))}
      {error && <Alert severity="error">{error}</Alert>}
    </>
  );
}
