import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useState,
} from 'react';
import type { ReactNode } from 'react';
import { LIMITS, textLength } from 'backstage-plugin-postmortems-common';
import type { TextLimit } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';

/** The length is shown once it reaches this fraction of the limit. */
const NEAR = 0.9;

const LimitsContext = createContext<(by: 1 | -1) => void>(() => {});

/**
 * Tells a form whether any of its fields is too long. Wrap the fields in `LimitedFields`, and pass
 * `report` to it.
 */
export function useTextLimits(): {
  tooLong: boolean;
  report: (by: 1 | -1) => void;
} {
  const [count, setCount] = useState(0);
  const report = useCallback(
    (by: 1 | -1) => setCount(current => current + by),
    [],
  );
  return { tooLong: count > 0, report };
}

/** Wraps a form's fields, and calls `report` when one becomes too long or short enough again. */
export function LimitedFields(props: {
  report: (by: 1 | -1) => void;
  children: ReactNode;
}) {
  return (
    <LimitsContext.Provider value={props.report}>
      {props.children}
    </LimitsContext.Provider>
  );
}

/** Compares a text with its limit, and tells the surrounding `LimitedFields` if it is too long. */
export function useTextLimit(
  limit: TextLimit | undefined,
  text: string,
): {
  /** The length, set only near the limit. */
  counter?: string;
  /** Why the text can't be saved. */
  error?: string;
} {
  const { t } = useTexts();
  const report = useContext(LimitsContext);
  const max = limit ? LIMITS[limit] : Infinity;
  const length = limit ? textLength(limit, text) : 0;
  const tooLong = length > max;
  useEffect(() => {
    if (!tooLong) return undefined;
    report(1);
    return () => report(-1);
  }, [report, tooLong]);

  const numbers = {
    length: String(length),
    max: String(max),
    over: String(length - max),
  };
  if (tooLong) return { error: t('fields.limit.over', numbers) };
  if (length >= max * NEAR) return { counter: t('fields.limit.near', numbers) };
  return {};
}
