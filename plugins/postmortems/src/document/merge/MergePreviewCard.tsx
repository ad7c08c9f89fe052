import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { errorText } from '../../data/errors';
import { useTexts } from '../../texts/useTexts';
import { RelativeTime } from '../../ui/dates/RelativeTime';
import { ComplianceStatusLabel } from '../../ui/labels/ComplianceStatusLabel';
import { SeverityChip } from '../../ui/labels/SeverityChip';
import type { LoadedPreview } from './useMergePreview';

const useStyles = makeStyles(theme => ({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    '& dt': { color: theme.palette.text.secondary },
    '& dd': { margin: 0 },
  },
}));

/** Previews the merged postmortem and shows what the merge requires. */
export function MergePreviewCard(props: { id: string; loaded: LoadedPreview }) {
  const { id, loaded } = props;
  const { preview, error } = loaded;
  const classes = useStyles();
  const { t } = useTexts();

  if (error) {
    return (
      <Alert severity="warning">
        {t('merge.previewFailed', { message: errorText(error) })}
      </Alert>
    );
  }
  if (!preview) return <LinearProgress aria-label={t('merge.loading')} />;
  const { gains, refusedBecause } = preview;
  return (
    <section aria-label={t('merge.after', { id })}>
      <Typography variant="subtitle2" gutterBottom>
        {t('merge.after', { id })}
      </Typography>
      <Typography component="dl" variant="body2" className={classes.facts}>
        <dt>{t('merge.severity')}</dt>
        <dd>
          <SeverityChip governing={preview.governingSeverity} />
        </dd>
        <dt>{t('merge.resolved')}</dt>
        <dd>
          {preview.resolvedAt ? (
            <RelativeTime value={preview.resolvedAt} />
          ) : (
            t('merge.ongoing')
          )}
        </dd>
        <dt>{t('merge.deadline')}</dt>
        <dd>
          <ComplianceStatusLabel postmortem={preview} />
        </dd>
      </Typography>
      {refusedBecause ? (
        <Alert severity="error">{refusedBecause}</Alert>
      ) : (
        gains.length > 0 && (
          <Alert severity="info">
            {t('merge.gains', {
              gains: gains.map(gain => t(`merge.gain.${gain}`)).join(', '),
            })}
          </Alert>
        )
      )}
    </section>
  );
}
