import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import type {
  DeadlinePreview as Preview,
  SeverityChange,
} from 'backstage-plugin-postmortems-common';
import { errorText, isCatalogAway } from '../../data/errors';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../controls/Button';
import { useNow } from '../dates/useNow';
import { DeadlineSentence } from '../deadline/DeadlineSentence';
import { ComplianceStatusLabel } from '../labels/ComplianceStatusLabel';
import { SubtleText } from '../layout/SubtleText';
import type { PreviewState } from './useDeadlinePreview';

const useStyles = makeStyles(theme => ({
  line: { marginBottom: theme.spacing(0.5) },
  stale: { opacity: 0.6 },
}));

/** Previews the deadline for unsaved facts. */
export function DeadlinePreview(props: {
  state: PreviewState;
  /** The severity history that the preview was requested with. */
  severityHistory?: SeverityChange[];
}) {
  const { preview, error, loading, retry } = props.state;
  const classes = useStyles();
  const { t } = useTexts();

  if (error) {
    return (
      <div role="alert">
        <Typography variant="body2" gutterBottom>
          {isCatalogAway(error)
            ? t('fields.preview.catalogUnavailable')
            : errorText(error)}
        </Typography>
        <Button size="small" variant="outlined" onClick={retry}>
          {t('state.retry')}
        </Button>
      </div>
    );
  }
  if (!preview) {
    return loading ? (
      <Skeleton />
    ) : (
      <SubtleText>{t('fields.preview.needsFacts')}</SubtleText>
    );
  }
  return (
    <div aria-live="polite" className={loading ? classes.stale : undefined}>
      <PreviewText preview={preview} severityHistory={props.severityHistory} />
    </div>
  );
}

function PreviewText(props: {
  preview: Preview;
  severityHistory?: SeverityChange[];
}) {
  const { required, governingSeverity, deadline } = props.preview;
  const classes = useStyles();
  const { t } = useTexts();
  const now = useNow();

  if (!required) {
    return (
      <>
        <Typography className={classes.line}>
          <ComplianceStatusLabel
            postmortem={{ complianceStatus: 'not-required' }}
          />
        </Typography>
        <Typography variant="body2">
          {t('fields.preview.notRequired', { severity: governingSeverity })}
        </Typography>
      </>
    );
  }
  if (!deadline) {
    return (
      <>
        <Typography className={classes.line}>
          <ComplianceStatusLabel postmortem={{ complianceStatus: 'pending' }} />
        </Typography>
        <Typography variant="body2">
          <RuleText preview={props.preview} />
        </Typography>
      </>
    );
  }
  const { dueAt } = deadline;
  return (
    <>
      <Typography className={classes.line}>
        <ComplianceStatusLabel
          postmortem={{
            complianceStatus: Date.parse(dueAt) < now ? 'overdue' : 'on-track',
            dueAt,
          }}
        />
      </Typography>
      <Typography variant="body2">
        <DeadlineSentence
          deadline={deadline}
          severityHistory={props.severityHistory}
        />
      </Typography>
    </>
  );
}

/** Describes the time that the rule allows after the resolution. */
function RuleText(props: { preview: Preview }) {
  const { governingSeverity, rule } = props.preview;
  const { t } = useTexts();
  const severity = governingSeverity;

  if (!rule) return null;
  if ('hours' in rule.due) {
    return (
      <>{t('fields.preview.hours', { severity, count: rule.due.hours })}</>
    );
  }
  if ('calendarDays' in rule.due) {
    const count = rule.due.calendarDays;
    return <>{t('fields.preview.calendarDays', { severity, count })}</>;
  }
  const count = rule.due.businessDays;
  return <>{t('fields.preview.businessDays', { severity, count })}</>;
}
