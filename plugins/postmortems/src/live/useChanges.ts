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

import { useEffect, useRef } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { onChange } from './changes';
import type { Change } from './changes';

/** The channel on which the backend tells what has changed. */
const CHANNEL = 'postmortems';

/**
 * How long changes are gathered from the first one on, in milliseconds. One's own change comes
 * twice, from this browser tab and from the backend, and changes often come several at a time.
 */
const GATHER_TIME = 300;

function concerns(change: Change, postmortemId: string | undefined): boolean {
  if (!postmortemId || !change.postmortemId) return true;
  const [one, other] = [postmortemId, change.postmortemId].map(id =>
    id.toLocaleUpperCase('en-US'),
  );
  return one === other;
}

/**
 * Calls `refresh` soon after something has changed, in this browser tab or, where the portal has
 * the signals plugin, anywhere. A tab that nobody looks at catches up when it is looked at.
 *
 * The signals are subscribed to directly, as `useSignal` keeps the last of several only.
 *
 * @param postmortemId - the only postmortem whose changes matter; left out, all do
 */
export function useChanges(refresh: () => void, postmortemId?: string): void {
  const signals = useApiHolder().get(signalApiRef);
  const latest = useRef(refresh);
  latest.current = refresh;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let missed = false;

    function catchUp() {
      missed = document.hidden;
      if (!missed) latest.current();
    }
    function hear(change: Change) {
      if (!concerns(change, postmortemId)) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        catchUp();
      }, GATHER_TIME);
    }
    function onVisible() {
      if (missed) catchUp();
    }

    const stopHearing = onChange(hear);
    const subscription = signals?.subscribe(CHANNEL, hear);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      clearTimeout(timer);
      stopHearing();
      subscription?.unsubscribe();
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [signals, postmortemId]);
}
