/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../translation';
import { useLeaveGuard } from './useLeaveGuard';

const UnsavedContext = createContext<(by: 1 | -1) => void>(() => {});

/** Asks before the page is left while anything on it is unsaved. */
export function UnsavedGuard(props: { children: ReactNode }) {
  const { t } = useTexts();
  const [count, setCount] = useState(0);
  const report = useMemo(
    () => (by: 1 | -1) => setCount(current => current + by),
    [],
  );
  useLeaveGuard(count > 0, t('document.save.leave'));
  return (
    <UnsavedContext.Provider value={report}>
      {props.children}
    </UnsavedContext.Provider>
  );
}

/** Tells the page around whether something of it is unsaved. */
export function useUnsaved(unsaved: boolean): void {
  const report = useContext(UnsavedContext);
  useEffect(() => {
    if (!unsaved) return undefined;
    report(1);
    return () => report(-1);
  }, [report, unsaved]);
}
