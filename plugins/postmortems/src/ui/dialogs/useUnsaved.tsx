import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts/useTexts';
import { useConfirm } from './useConfirm';
import { useLeaveGuard } from './useLeaveGuard';

const UnsavedContext = createContext<(by: 1 | -1) => void>(() => {});

/** Asks before leaving the page while a child has unsaved text. */
export function UnsavedGuard(props: { children: ReactNode }) {
  const { t } = useTexts();
  const [count, setCount] = useState(0);
  const report = useMemo(
    () => (by: 1 | -1) => setCount(current => current + by),
    [],
  );
  const { ask, dialog } = useConfirm();
  useLeaveGuard(count > 0, leave =>
    ask({
      text: t('document.save.leave'),
      yes: t('document.save.leaveYes'),
      no: t('document.save.leaveNo'),
      onYes: leave,
    }),
  );
  return (
    <UnsavedContext.Provider value={report}>
      {props.children}
      {dialog}
    </UnsavedContext.Provider>
  );
}

/** Reports unsaved text to the nearest `UnsavedGuard`. */
export function useUnsaved(unsaved: boolean): void {
  const report = useContext(UnsavedContext);
  useEffect(() => {
    if (!unsaved) return undefined;
    report(1);
    return () => report(-1);
  }, [report, unsaved]);
}
