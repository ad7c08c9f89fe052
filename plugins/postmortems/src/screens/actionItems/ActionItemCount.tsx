import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';

/** The number of matches: `14 action items`, or `500+` if counting stopped there. */
export function ActionItemCount(props: {
  totalItems?: number;
  totalItemsCapped?: boolean;
}) {
  const { totalItems, totalItemsCapped } = props;
  const { t } = useTexts();
  const locale = useLocale();
  // Keeps the line height while loading.
  if (totalItems === undefined) return <>{'\u00a0'}</>;

  return (
    <>
      {totalItemsCapped
        ? t('actionItemList.countCapped', {
            value: totalItems.toLocaleString(locale),
          })
        : t('actionItemList.count', { count: totalItems })}
    </>
  );
}
