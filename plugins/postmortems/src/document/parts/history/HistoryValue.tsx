import { Fragment } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { DateTime } from 'luxon';
import {
  outcomeSchema,
  statusSchema,
  visibilitySchema,
} from 'backstage-plugin-postmortems-common';
import { useLocale } from '../../../texts/useLocale';
import { useTexts } from '../../../texts/useTexts';
import { TimeTooltip } from '../../../ui/dates/TimeTooltip';
import { inZone, withPlace } from '../../../ui/dates/zones';
import { StatusLabel } from '../../../ui/labels/StatusLabel';
import { outcomeKeys } from '../../../ui/labels/keys';
import { useDocument } from '../../useDocument';

const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const ENTITY_REF =
  /^(user|group|component|api|resource|system|domain):[^:/\s]+\/[^:/\s]+$/;

/** Fields that identify a recorded value, best first. */
const IDENTIFYING = [
  'text',
  'title',
  'severity',
  'dueAt',
  'at',
  'heldAt',
  'scheduledFor',
  'url',
];

/**
 * A recorded value in readable form.
 *
 * @param props - `due`: whether the value is a due date, to show in the postmortem's time zone
 */
export function HistoryValue(props: { value: unknown; due?: boolean }) {
  const { value, due } = props;
  const { t } = useTexts();

  if (value === undefined || value === null || value === '') {
    return <>{t('document.history.none')}</>;
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return <>{t('document.history.none')}</>;
    return (
      <>
        {value.map((each, index) => (
          <Fragment key={index}>
            {index > 0 && ', '}
            <HistoryValue value={each} />
          </Fragment>
        ))}
      </>
    );
  }
  if (typeof value === 'object') {
    const members = value as Record<string, unknown>;
    if (typeof members.userRef === 'string') {
      return (
        <>
          <HistoryValue value={members.userRef} /> ({String(members.role)})
        </>
      );
    }
    const telling = IDENTIFYING.find(name => members[name] !== undefined);
    return (
      <HistoryValue
        value={telling && members[telling]}
        due={telling === 'dueAt'}
      />
    );
  }
  return due ? (
    <DueDate value={String(value)} />
  ) : (
    <TextValue value={String(value)} />
  );
}

/** The day, with the time unless it is the end of the day. */
function DueDate(props: { value: string }) {
  const { value } = props;
  const locale = useLocale();
  const zone = useDocument().postmortem.timeZone;
  const time = inZone(value, zone);
  const isEndOfDay = !time.plus(1).hasSame(time, 'day');
  return (
    <TimeTooltip value={value} zone={zone}>
      {withPlace(
        time.toLocaleString(
          isEndOfDay ? DateTime.DATE_MED : DateTime.DATETIME_MED,
          { locale },
        ),
        time,
      )}
    </TimeTooltip>
  );
}

function TextValue(props: { value: string }) {
  const { value } = props;
  const { t } = useTexts();
  const locale = useLocale();

  const status = statusSchema.safeParse(value);
  if (status.success) return <StatusLabel status={status.data} />;
  const outcome = outcomeSchema.safeParse(value);
  if (outcome.success) return <>{t(`outcome.${outcomeKeys[outcome.data]}`)}</>;
  const visibility = visibilitySchema.safeParse(value);
  if (visibility.success) return <>{t(`visibility.${visibility.data}`)}</>;
  if (TIMESTAMP.test(value)) {
    return (
      <TimeTooltip value={value}>
        {DateTime.fromISO(value).toLocaleString(DateTime.DATETIME_MED, {
          locale,
        })}
      </TimeTooltip>
    );
  }
  if (ENTITY_REF.test(value)) {
    return <EntityRefLink entityRef={value} hideIcon />;
  }
  return <>{value}</>;
}
