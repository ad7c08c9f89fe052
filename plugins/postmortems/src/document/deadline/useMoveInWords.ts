import { useTexts } from '../../texts/useTexts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Describes how a deadline was moved, set or removed. */
export function useMoveInWords() {
  const { t } = useTexts();
  const amountOf = useAmountMoved();

  return (
    before: unknown,
    after: unknown,
    by: { actor: JSX.Element; date: JSX.Element },
  ): JSX.Element => {
    if (typeof before !== 'string') return t('document.moves.set', by);
    if (typeof after !== 'string') return t('document.moves.removed', by);
    return t(
      Date.parse(after) > Date.parse(before)
        ? 'document.moves.later'
        : 'document.moves.earlier',
      { ...by, amount: amountOf(before, after) },
    );
  };
}

/** Describes how far a deadline moved, in days or hours. */
export function useAmountMoved() {
  const { t } = useTexts();
  return (before: string, after: string): string => {
    const size = Math.abs(Date.parse(after) - Date.parse(before));
    return size < DAY_MS
      ? t('document.moves.hours', { count: Math.ceil(size / HOUR_MS) })
      : t('document.moves.days', { count: Math.round(size / DAY_MS) });
  };
}
