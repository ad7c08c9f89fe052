import { useMemo } from 'react';
import { DateTime } from 'luxon';
import { useLocale } from '../../texts/useLocale';
import type { Period } from '../../ui/charts/axes';

/** Names of months and quarters, for axes and in full. */
export interface PeriodNames {
  /** @param key - such as `2026-03` or `2026-Q1` */
  axis: (key: string) => Period;
  /** `March 2026` or `Q1 2026`. */
  full: (key: string) => string;
}

export function usePeriodNames(): PeriodNames {
  const locale = useLocale();
  return useMemo(() => {
    const month = (key: string, options: Intl.DateTimeFormatOptions) =>
      DateTime.fromISO(key, { zone: 'utc' }).toLocaleString(options, {
        locale,
      });
    return {
      axis: key => {
        const [year, part] = key.split('-');
        return {
          key,
          year,
          tick: part.startsWith('Q') ? part : month(key, { month: 'short' }),
        };
      },
      full: key => {
        const [year, part] = key.split('-');
        return part.startsWith('Q')
          ? `${part} ${year}`
          : month(key, { month: 'long', year: 'numeric' });
      },
    };
  }, [locale]);
}
