import { DateTime } from 'luxon';
import type { ComplianceExceptionListItem } from 'backstage-plugin-postmortems-common';
import { inZone, withPlace } from '../../../ui/dates/zones';
import { useLocale } from '../../../texts/useLocale';
import { useTexts } from '../../../texts/useTexts';
import { complianceStatusKeys } from '../../../ui/labels/keys';
import { daysMoved } from './exceptionKinds';

/** Describes what an exception changed: deadline, severity or compliance status. */
export function useMovementWords(): (
  exception: ComplianceExceptionListItem,
) => string[] {
  const { t } = useTexts();
  const locale = useLocale();
  const date = (time: string | undefined, zone: string) => {
    if (!time) return t('exceptions.noDeadline');
    const local = inZone(time, zone);
    return withPlace(
      local.toLocaleString(DateTime.DATE_MED, { locale }),
      local,
    );
  };

  return exception => {
    const { dueBefore, dueAfter, statusBefore, statusAfter, timeZone } =
      exception;
    const words: string[] = [];
    if (exception.subjectId) {
      words.push(t('exceptions.takesOver', { id: exception.subjectId }));
    }
    if (dueBefore !== dueAfter) {
      const dates = {
        before: date(dueBefore, timeZone),
        after: date(dueAfter, timeZone),
      };
      const days = daysMoved(exception);
      words.push(
        days === undefined
          ? t('exceptions.deadline', dates)
          : t('exceptions.deadlineBy', {
              ...dates,
              days:
                days > 0
                  ? t('exceptions.daysLater', { count: days })
                  : t('exceptions.daysEarlier', { count: -days }),
            }),
      );
    }
    if (exception.field === 'severity') {
      words.push(
        t('exceptions.severity', {
          before: String(exception.before),
          after: String(exception.after),
        }),
      );
    }
    if (statusBefore && statusAfter && statusBefore !== statusAfter) {
      words.push(
        t('exceptions.status', {
          before: t(`complianceStatus.${complianceStatusKeys[statusBefore]}`),
          after: t(`complianceStatus.${complianceStatusKeys[statusAfter]}`),
        }),
      );
    }
    return words.length > 0 ? words : [t('exceptions.noEffect')];
  };
}
