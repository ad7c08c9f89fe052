import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../controls/Button';
import { useNow } from '../dates/useNow';
import { DayFields } from './DayFields';
import { FilterButton } from './FilterButton';
import { lastDays } from './days';
import type { DayRange, DayZone } from './days';
import { useDayRangeWords } from './useDayRangeWords';

const useStyles = makeStyles(theme => ({
  presets: { display: 'flex', marginBottom: theme.spacing(1) },
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
  const now = useNow();
  const inWords = useDayRangeWords();

  // A partly typed date can be a valid date. Replace the history entry, so that Back skips it.
  const type = (typed: DayRange) => onChange(typed, { replace: true });

  return (
    <FilterButton
      label={t('filters.date')}
      value={inWords(range.startedAfter, range.startedBefore)}
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
      <DayFields zone={zone} range={range} onType={type} />
    </FilterButton>
  );
}
