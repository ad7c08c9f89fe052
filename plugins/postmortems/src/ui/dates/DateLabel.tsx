import { DateTime } from 'luxon';
import { useLocale } from '../../texts/useLocale';
import { TimeTooltip } from './TimeTooltip';
import { inZone, withPlace } from './zones';
import { useNow } from './useNow';

/**
 * A day in `zone`, by default the viewer's time zone. Shows the year only if it isn't the current
 * one, and the city only if the time zone isn't the viewer's.
 */
export function DateLabel(props: { value: string; zone?: string }) {
  const locale = useLocale();
  const now = DateTime.fromMillis(useNow());
  const date = inZone(props.value, props.zone);
  return (
    <TimeTooltip value={props.value} zone={props.zone}>
      {withPlace(
        date.toLocaleString(
          date.year === now.year
            ? { day: 'numeric', month: 'short' }
            : DateTime.DATE_MED,
          { locale },
        ),
        date,
      )}
    </TimeTooltip>
  );
}
