import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';

/** The number of matches: `14 postmortems`, or `500+` if counting stopped there. */
export function PostmortemCount(props: {
  page: { totalItems?: number; totalItemsCapped?: boolean };
}) {
  const { totalItems, totalItemsCapped } = props.page;
  const { t } = useTexts();
  const locale = useLocale();
  if (totalItems === undefined) return null;

  return (
    <>
      {totalItemsCapped
        ? t('list.countCapped', { value: totalItems.toLocaleString(locale) })
        : t('list.count', { count: totalItems })}
    </>
  );
}
