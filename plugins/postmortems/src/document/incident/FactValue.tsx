import { DateTime } from 'luxon';
import type {
  Link,
  SeverityChange,
  SourceFactField,
} from 'backstage-plugin-postmortems-common';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { HistoryValue } from '../parts/history/HistoryValue';

/** A fact's value. */
export function FactValue(props: { field: SourceFactField; value: unknown }) {
  const { field, value } = props;
  const { t } = useTexts();
  const locale = useLocale();

  switch (field) {
    case 'severityHistory':
      return (
        <>
          {(value as SeverityChange[])
            .map(({ at, severity }) =>
              t('document.severityStep', {
                time: DateTime.fromISO(at).toLocaleString(
                  DateTime.DATETIME_MED,
                  { locale },
                ),
                severity,
              }),
            )
            .join('; ')}
        </>
      );
    case 'links':
      // All of a source's links have the same title, so show their URLs.
      return <HistoryValue value={(value as Link[]).map(({ url }) => url)} />;
    default:
      return <HistoryValue value={value} />;
  }
}
