import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { useNow } from '../../ui/dates/useNow';
import { DayFields } from '../../ui/filters/DayFields';
import { FilterButton } from '../../ui/filters/FilterButton';
import { lastMonths } from '../../ui/filters/days';
import type { DayRange } from '../../ui/filters/days';
import { useDayRangeWords } from '../../ui/filters/useDayRangeWords';
import { RANGES } from './useInsightsRange';

const useStyles = makeStyles(theme => ({
  presets: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    marginBottom: theme.spacing(1),
  },
}));

/** Chooses the range that the insights cover: the last months, or between two days. */
export function RangeFilter(props: {
  range: DayRange;
  months: number | undefined;
  onChange: (range: DayRange, options?: { replace?: boolean }) => void;
}) {
  const { range, months, onChange } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const now = useNow();
  const inWords = useDayRangeWords();

  return (
    <FilterButton
      label={t('insights.range.label')}
      value={
        months
          ? t('insights.range.lastMonths', { value: String(months) })
          : inWords(range.startedAfter, range.startedBefore)
      }
      onClear={() =>
        onChange({ startedAfter: undefined, startedBefore: undefined })
      }
    >
      <div className={classes.presets}>
        {RANGES.map(each => (
          <Button
            key={each}
            size="small"
            color="primary"
            aria-pressed={each === months}
            onClick={() => onChange(lastMonths(each, now))}
          >
            {t('insights.range.lastMonths', { value: String(each) })}
          </Button>
        ))}
      </div>
      <DayFields
        zone="utc"
        range={range}
        onType={typed => onChange({ ...range, ...typed }, { replace: true })}
      />
    </FilterButton>
  );
}
