import { makeStyles } from '@material-ui/core/styles';
import HistoryIcon from '@material-ui/icons/History';
import { DateTime } from 'luxon';
import type { SeverityChange } from 'backstage-plugin-postmortems-common';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { IconButton } from '../../ui/controls/IconButton';

const useStyles = makeStyles(theme => ({
  button: { padding: theme.spacing(0.25) },
  icon: { fontSize: theme.typography.pxToRem(16) },
  list: { margin: 0, padding: theme.spacing(0.5, 0), listStyle: 'none' },
}));

/** Severity changes, shown on hover and focus. */
export function SeverityHistory(props: { changes: SeverityChange[] }) {
  const { changes } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const locale = useLocale();

  const step = ({ at, severity }: SeverityChange) =>
    t('document.severityStep', {
      time: DateTime.fromISO(at).toLocaleString(DateTime.DATETIME_MED, {
        locale,
      }),
      severity,
    });

  if (changes.length < 2) return null;
  return (
    <IconButton
      className={classes.button}
      label={t('document.severityHistory')}
      tooltip={
        <ol className={classes.list}>
          {changes.map(change => (
            <li key={`${change.at} ${change.severity}`}>
              {change.declaredByMistake
                ? t('document.severityMistake', {
                    step: <s key="step">{step(change)}</s>,
                  })
                : step(change)}
              {change.reason && `: ${change.reason}`}
            </li>
          ))}
        </ol>
      }
    >
      <HistoryIcon className={classes.icon} />
    </IconButton>
  );
}
