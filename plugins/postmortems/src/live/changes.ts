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

/** That a postmortem, or anything in it, is not as it was. */
export interface Change {
  /** Which one; left out where it may be any. */
  postmortemId?: string;
}

type Listener = (change: Change) => void;

const listeners = new Set<Listener>();

/** Tells every screen of this browser tab about a change made in it. */
export function announceChange(change: Change): void {
  for (const listener of listeners) listener(change);
}

/** Hears of the changes made in this browser tab, until the function returned is called. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
