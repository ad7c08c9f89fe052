import { TimeTooltip } from './TimeTooltip';
import { useNow } from './useNow';
import { useTimeWords } from './useTimeWords';

/** A relative time, such as `3 d ago`. */
export function RelativeTime(props: { value: string; zone?: string }) {
  const words = useTimeWords();
  const now = useNow();
  return (
    <TimeTooltip value={props.value} zone={props.zone}>
      {words.relative(props.value, now)}
    </TimeTooltip>
  );
}
