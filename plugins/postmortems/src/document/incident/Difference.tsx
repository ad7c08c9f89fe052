import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ChooseSourceFact,
  SourceFact,
} from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { RelativeTime } from '../../ui/dates/RelativeTime';
import { subtleColor } from '../../ui/layout/subtleColor';
import { FactValue } from './FactValue';
import { useFactLabel } from './useFactLabel';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(1.5, 0, 0) },
  field: { fontWeight: 600 },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: theme.spacing(0.25, 1.5),
    margin: theme.spacing(0.5, 0, 1),
    overflowWrap: 'anywhere',
  },
  side: { color: subtleColor(theme) },
  value: { margin: 0 },
  since: { color: subtleColor(theme) },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    '@media print': { display: 'none' },
  },
}));

/** A fact with different values here and in the source. The user chooses between them. */
export function Difference(props: {
  fact: SourceFact;
  ours: unknown;
  /** Whether the source's value can be used. False for published postmortems. */
  canTake: boolean;
  busy: boolean;
  onChoose: (choose: ChooseSourceFact['choose']) => void;
}) {
  const { fact, ours, canTake, busy, onChoose } = props;
  const { sourceTitle: source } = fact;
  const classes = useStyles();
  const { t } = useTexts();
  const field = useFactLabel()(fact.field);

  return (
    <Typography variant="body2" component="div" className={classes.root}>
      <div className={classes.field}>{field}</div>
      <dl className={classes.sides}>
        <dt className={classes.side}>{t('differences.here')}</dt>
        <dd className={classes.value}>
          <FactValue field={fact.field} value={ours} />
        </dd>
        <dt className={classes.side}>{source}</dt>
        <dd className={classes.value}>
          <FactValue field={fact.field} value={fact.value} />{' '}
          {fact.at && (
            <span className={classes.since}>
              {t('differences.since', {
                time: <RelativeTime value={fact.at} />,
              })}
            </span>
          )}
        </dd>
      </dl>
      <div className={classes.buttons}>
        {canTake && (
          <Button
            size="small"
            color="primary"
            variant="outlined"
            disabled={busy}
            onClick={() => onChoose('source')}
            aria-label={t('differences.useNamed', { source, field })}
          >
            {t('differences.use', { source })}
          </Button>
        )}
        <Button
          size="small"
          variant="outlined"
          disabled={busy}
          onClick={() => onChoose('current')}
          aria-label={t('differences.keepNamed', { field })}
        >
          {t('differences.keep')}
        </Button>
      </div>
    </Typography>
  );
}
