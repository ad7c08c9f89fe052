import { useEffect, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { PreviewDeadline } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { DeadlinePreview } from '../../ui/fields/DeadlinePreview';
import { useDeadlinePreview } from '../../ui/fields/useDeadlinePreview';
import { TeamAccessWarning } from '../access/AccessWarning';
import { useDocument } from '../useDocument';
import { MoreTime } from './MoreTime';
import type { FactsForm } from './useFactsForm';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1.5),
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.background.default,
  },
}));

/** Previews the deadline for the unsaved facts. */
export function FactsDeadline(props: {
  form: FactsForm;
  onCorrect: () => void;
}) {
  const { facts, saved, set, setNeeds, errors } = props.form;
  const classes = useStyles();
  const { t } = useTexts();
  const { id, severityHistory } = useDocument().postmortem;
  const [openedAt] = useState(() => new Date().toISOString());

  const changedAt =
    facts.resolvedAt && facts.resolvedAt < openedAt
      ? facts.resolvedAt
      : openedAt;
  const history =
    facts.severity === saved.severity
      ? severityHistory
      : [...severityHistory, { severity: facts.severity, at: changedAt }];
  const preview = useDeadlinePreview({
    severity: facts.severity,
    severityHistory: history,
    startedAt: facts.startedAt,
    resolvedAt: facts.resolvedAt,
    entityRefs: facts.entityRefs,
    postmortemId: id,
  } satisfies PreviewDeadline);
  const { needs = 'nothing' } = preview.preview ?? {};
  useEffect(() => setNeeds(needs), [setNeeds, needs]);

  return (
    <>
      <div className={classes.root}>
        <Typography variant="overline" component="h3">
          {t('fields.preview.title')}
        </Typography>
        <DeadlinePreview state={preview} severityHistory={history} />
        <TeamAccessWarning teamRefs={preview.preview?.teamRefs ?? []} />
      </div>
      <MoreTime
        needs={needs}
        reason={facts.reason}
        onReason={reason => set('reason', reason)}
        error={errors.reason}
        onCorrect={props.onCorrect}
      />
    </>
  );
}
