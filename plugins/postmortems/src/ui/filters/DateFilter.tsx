import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../controls/Button';
import { useNow } from '../dates/useNow';
import { SubtleText } from '../layout/SubtleText';
import { FilterButton } from './FilterButton';
import {
  dayInWords,
  firstDay,
  fromDay,
  lastDay,
  lastDays,
  untilAfter,
} from './days';
import type { DayRange, DayZone } from './days';
import { viewerZone } from '../dates/zones';

const useStyles = makeStyles(theme => ({
  presets: { display: 'flex', marginBottom: theme.spacing(1) },
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    margin: theme.spacing(1, 0),
  },
}));

/** Filters by the day the incident started. */
export function DateFilter(props: {
  zone: DayZone;
  range: DayRange;
  onChange: (range: DayRange, options?: { replace?: boolean }) => void;
}) {
  const { zone, range, onChange } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const locale = useLocale();
  const now = useNow();
  const from = firstDay(range.startedAfter);
  const to = lastDay(range.startedBefore);

  // Partly typed dates can be valid dates. Keep those out of the browser history.
  const type = (typed: DayRange) => onChange(typed, { replace: true });

  let value: string | undefined;
  if (from && to) {
    value = `${dayInWords(from, locale)} – ${dayInWords(to, locale)}`;
  } else if (from) {
    value = t('filters.since', { day: dayInWords(from, locale) });
  } else if (to) {
    value = t('filters.until', { day: dayInWords(to, locale) });
  }

  return (
    <FilterButton
      label={t('filters.date')}
      value={value}
      onClear={() =>
        onChange({ startedAfter: undefined, startedBefore: undefined })
      }
    >
      <div className={classes.presets}>
        {[30, 90, 365].map(days => (
          <Button
            key={days}
            size="small"
            color="primary"
            onClick={() => onChange(lastDays(days, now, zone))}
          >
            {t('filters.lastDays', { value: String(days) })}
          </Button>
        ))}
      </div>
      <div className={classes.fields}>
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
            type({
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
            type({
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
    </FilterButton>
  );
}
