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

import { useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { DocumentProvider, useDocument } from '../hooks/useDocument';
import type { Apply } from '../hooks/usePostmortem';

/**
 * Around a dialog: gives it the postmortem as it was when the dialog opened, while the page may
 * show what others have changed since. What is decided there is sent with the revision that was
 * read, so that the server refuses it where it no longer is the latest.
 */
export function FrozenDocument(props: { children: ReactNode }) {
  const document = useDocument();
  const { apply: applyToPage } = document;
  const [postmortem, setPostmortem] = useState(document.postmortem);

  const apply = useCallback<Apply>(
    change => {
      applyToPage(change);
      setPostmortem(change);
    },
    [applyToPage],
  );
  const value = useMemo(
    () => ({ ...document, postmortem, apply }),
    [document, postmortem, apply],
  );
  return <DocumentProvider value={value}>{props.children}</DocumentProvider>;
}
