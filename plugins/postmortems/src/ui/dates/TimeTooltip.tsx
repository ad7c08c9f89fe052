import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { DateTime } from 'luxon';
import { useLocale } from '../../texts/useLocale';
import { inZone } from './zones';
import { Hint } from '../feedback/Hint';

function absolute(time: DateTime, locale: string | undefined) {
  return `${time.toLocaleString(DateTime.DATETIME_MED_WITH_WEEKDAY, {
    locale,
  })} ${time.offsetNameShort ?? ''}`.trim();
}

/** Shows the exact time on hover and focus: in `zone`, in the viewer's time zone, and in UTC. */
export function TimeTooltip(props: {
  value: string;
  zone?: string;
  children: ReactNode;
}) {
  const locale = useLocale();
  const local = DateTime.fromISO(props.value);
  const utc = local.toUTC();
  const times = [inZone(props.value, props.zone), local, utc];
  const different = times.filter(
    (time, index) =>
      times.findIndex(({ offset }) => offset === time.offset) === index,
  );

  return (
    <Hint
      title={
        <>
          {different.map((time, index) => (
            <Fragment key={time.offset}>
              {index > 0 && <br />}
              {absolute(time, locale)}
            </Fragment>
          ))}
        </>
      }
    >
      <time dateTime={utc.toISO() ?? undefined}>{props.children}</time>
    </Hint>
  );
}
