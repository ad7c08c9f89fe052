import { useEffect } from 'react';
import { usePostmortemsData } from '../../data/postmortemsData';

const EVERY_MS = 2_000;

/** Refetches at intervals while `active`, because there are no signals for deliveries. */
export function usePolling(active: boolean): void {
  const { refresher } = usePostmortemsData();
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(() => refresher.changed({}), EVERY_MS);
    return () => clearInterval(timer);
  }, [active, refresher]);
}
