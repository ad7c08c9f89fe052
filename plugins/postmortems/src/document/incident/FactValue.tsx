import { DateTime } from 'luxon';
import type {
  Link,
  SeverityChange,
  SourceFactField,
} from 'backstage-plugin-postmortems-common';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { HistoryValue } from '../parts/history/HistoryValue';

/** Value of a fact. */
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
      // The links of a source all have the same title, so show the URLs.
      return <HistoryValue value={(value as Link[]).map(({ url }) => url)} />;
    default:
      return <HistoryValue value={value} />;
  }
}
