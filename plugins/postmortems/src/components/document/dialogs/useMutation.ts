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

import { useCallback, useState } from 'react';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { useDocument } from '../hooks/useDocument';
import { failureOf } from '../model/failures';

/** A change of the whole postmortem that is made at the push of a button. */
export interface Mutation {
  /** Makes the change; whether that succeeded. */
  run: (change: () => Promise<Postmortem>) => Promise<boolean>;
  busy: boolean;
  /** Why the last attempt failed. */
  error?: string;
}

/**
 * Makes changes of the postmortem and shows their result. Where someone else was faster, their
 * state is shown and the reader is asked to decide again.
 */
export function useMutation(): Mutation {
  const { apply } = useDocument();
  const { t } = useTexts();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  const run = useCallback<Mutation['run']>(
    async change => {
      setBusy(true);
      setError(undefined);
      try {
        apply(await change());
        return true;
      } catch (thrown) {
        const failure = failureOf(thrown);
        if (failure.kind === 'stale') {
          apply(failure.current as Postmortem);
          setError(t('document.changedMeanwhile'));
        } else {
          setError(failure.message);
        }
        return false;
      } finally {
        setBusy(false);
      }
    },
    [apply, t],
  );

  return { run, busy, error };
}
