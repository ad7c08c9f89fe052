import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../controls/Button';
import { useNow } from '../dates/useNow';
import { SubtleText } from '../layout/SubtleText';
import { FilterButton } from './FilterButton';
import { dayInWords, lastDay, untilAfter, untilInDays } from './days';
import { viewerZone } from '../dates/zones';
import type { UrlFilterState } from './useUrlFilter';

const useStyles = makeStyles(theme => ({
  presets: { display: 'flex', marginBottom: theme.spacing(1.5) },
  field: { marginBottom: theme.spacing(1) },
}));

/** Filters by due day, in the viewer's time zone. */
export function DueFilter(props: { state: UrlFilterState }) {
  const { filter, change } = props.state;
  const classes = useStyles();
  const { t } = useTexts();
  const locale = useLocale();
  const now = useNow();
  const until = lastDay(filter.dueBefore);

  return (
    <FilterButton
      label={t('filters.due')}
      value={until && t('filters.dueBy', { day: dayInWords(until, locale) })}
      onClear={() => change({ dueBefore: undefined })}
    >
      <div className={classes.presets}>
        {[7, 30].map(days => (
          <Button
            key={days}
            size="small"
            color="primary"
            onClick={() => change({ dueBefore: untilInDays(days, now) })}
          >
            {t('filters.nextDays', { value: String(days) })}
          </Button>
        ))}
      </div>
      <TextField
        type="date"
        size="small"
        variant="outlined"
        fullWidth
        className={classes.field}
        id="postmortems-due-until"
        label={t('filters.dueUntil')}
        InputLabelProps={{ shrink: true }}
        inputProps={{ max: '9999-12-31' }}
        value={until ?? ''}
        onChange={event =>
          change(
            {
              dueBefore: event.target.value
                ? untilAfter(event.target.value, 'viewer')
                : undefined,
            },
            // A partly typed date can be a valid date. Replace the history entry, so that Back
            // skips it.
            { replace: true },
          )
        }
      />
      <SubtleText variant="caption">
        {t('filters.dueHint', { zone: viewerZone() })}
      </SubtleText>
    </FilterButton>
  );
}
