import { useMemo } from 'react';
import { useTexts } from '../../texts/useTexts';
import { exactly, roughly } from './time';
import type { Amount } from './time';

/** Localized durations. */
export interface TimeWords {
  /** In its largest unit, up to days: `4 d`. */
  roughly(ms: number): string;
  /** In its two largest units: `2 h 14 min`. */
  exactly(ms: number): string;
  /** Relative to `now`: `3 d ago`, `in 2 h`. */
  relative(time: string, now: number): string;
}

export function useTimeWords(): TimeWords {
  const { t } = useTexts();

  return useMemo(() => {
    const words = ({ unit, value }: Amount) =>
      t(`time.${unit}`, { value: String(value) });
    return {
      roughly: ms => words(roughly(ms)),
      exactly: ms => exactly(ms).map(words).join(' ') || t('time.underAMinute'),
      relative: (time, now) => {
        const ms = Date.parse(time) - now;
        if (Math.abs(ms) < 60_000) return t('time.now');
        const amount = words(roughly(ms, { calendar: true }));
        return ms < 0 ? t('time.ago', { amount }) : t('time.in', { amount });
      },
    };
  }, [t]);
}
