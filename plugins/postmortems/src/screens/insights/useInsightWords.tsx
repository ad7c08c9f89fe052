import { useMemo } from 'react';
import { useTexts } from '../../texts/useTexts';
import type { TellText } from '../../texts/useTexts';
import { useTimeWords } from '../../ui/dates/useTimeWords';
import { Link } from '../../ui/navigation/Link';
import type { Say } from './findings/findings';
import { usePeriodNames } from './usePeriodNames';
import type { PeriodNames } from './usePeriodNames';

const MINUTE = 60_000;

/** Functions that name things on the page, in the viewer's language. */
export interface InsightWords extends Say {
  t: TellText;
  /** A duration in its largest unit, for axes: `4 h`. */
  tick: (minutes: number) => string;
  period: PeriodNames;
  percent: (value: number) => string;
}

export function useInsightWords(): InsightWords {
  const { t } = useTexts();
  const words = useTimeWords();
  const period = usePeriodNames();
  return useMemo(
    () => ({
      t,
      period,
      duration: minutes => words.exactly(minutes * MINUTE),
      tick: minutes => words.roughly(minutes * MINUTE),
      // Underlined, because color alone doesn't set it apart from the sentence.
      link: (to, text) => (
        <Link to={to} underline="always">
          {text}
        </Link>
      ),
      percent: value => t('figures.percent', { percent: String(value) }),
    }),
    [t, words, period],
  );
}
