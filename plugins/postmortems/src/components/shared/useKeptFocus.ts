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
import type { FocusEventHandler, RefObject } from 'react';

/** What a part of the page is given to keep the keyboard. */
export interface KeptFocus<T extends HTMLElement> {
  ref: RefObject<T>;
  tabIndex: -1;
  onFocus: FocusEventHandler;
  onBlur: FocusEventHandler;
}

/**
 * Keeps the keyboard in a part of the page when what had the focus there is gone, such as a button
 * that has done its work: from the part it goes on, rather than from the top of the page.
 */
export function useKeptFocus<T extends HTMLElement>(): KeptFocus<T> {
  const ref = useRef<T>(null);
  const isWithin = useRef(false);

  // After every change, as any can take away what has the focus. That is no blur to React.
  useEffect(() => {
    if (isWithin.current && document.activeElement === document.body) {
      ref.current?.focus({ preventScroll: true });
    }
  });

  return {
    ref,
    tabIndex: -1,
    onFocus: () => {
      isWithin.current = true;
    },
    // A button that is disabled while it works loses the focus without anybody having left it.
    onBlur: ({ target }) => {
      isWithin.current = target.matches(':disabled');
    },
  };
}
