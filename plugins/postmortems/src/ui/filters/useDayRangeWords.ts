import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { dayInWords, firstDay, lastDay } from './days';

/** Names the days of a range: between two days, since one, until one, or undefined without any. */
export function useDayRangeWords(): (
  after: string | undefined,
  before: string | undefined,
) => string | undefined {
  const { t } = useTexts();
  const locale = useLocale();
  return (after, before) => {
    const from = firstDay(after);
    const to = lastDay(before);
    if (from && to) {
      return `${dayInWords(from, locale)} – ${dayInWords(to, locale)}`;
    }
    if (from) return t('filters.since', { day: dayInWords(from, locale) });
    if (to) return t('filters.until', { day: dayInWords(to, locale) });
    return undefined;
  };
}
