import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { viewerZone } from '../dates/zones';
import { SubtleText } from '../layout/SubtleText';
import { firstDay, fromDay, lastDay, untilAfter } from './days';
import type { DayRange, DayZone } from './days';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    margin: theme.spacing(1, 0),
  },
}));

/** The first and the last day of a range. */
export function DayFields(props: {
  zone: DayZone;
  range: DayRange;
  /** Called with each change while typing, so don't add these changes to the browser history. */
  onType: (range: DayRange) => void;
}) {
  const { zone, range, onType } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const from = firstDay(range.startedAfter);
  const to = lastDay(range.startedBefore);

  return (
    <>
      <div className={classes.root}>
        <TextField
          type="date"
          size="small"
          variant="outlined"
          id="postmortems-started-from"
          label={t('filters.from')}
          InputLabelProps={{ shrink: true }}
          inputProps={{ max: to ?? '9999-12-31' }}
          value={from ?? ''}
          onChange={event =>
            onType({
              startedAfter: event.target.value
                ? fromDay(event.target.value, zone)
                : undefined,
            })
          }
        />
        <TextField
          type="date"
          size="small"
          variant="outlined"
          id="postmortems-started-to"
          label={t('filters.to')}
          InputLabelProps={{ shrink: true }}
          inputProps={{ min: from, max: '9999-12-31' }}
          value={to ?? ''}
          onChange={event =>
            onType({
              startedBefore: event.target.value
                ? untilAfter(event.target.value, zone)
                : undefined,
            })
          }
        />
      </div>
      <SubtleText variant="caption">
        {t('filters.dateHint', {
          zone: zone === 'utc' ? 'UTC' : viewerZone(),
        })}
      </SubtleText>
    </>
  );
}
