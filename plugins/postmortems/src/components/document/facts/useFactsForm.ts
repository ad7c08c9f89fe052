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

import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { updatePostmortemSchema } from 'backstage-plugin-postmortems-common';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { errorsOfIssues } from '../fields/fieldErrors';
import type { FieldErrors } from '../fields/fieldErrors';
import { useFieldWords } from '../fields/useFieldWords';
import { useDocument } from '../hooks/useDocument';
import { failureOf } from '../model/failures';
import { rebase } from '../model/rebase';
import { factsOf, updateOf } from './facts';
import type { Facts } from './facts';

/** Changes one of the facts. */
export type SetFact = <K extends keyof Facts>(
  field: K,
  value: Facts[K],
) => void;

/** Facts being changed in a dialog. */
export interface FactsForm {
  facts: Facts;
  /** The facts as they are saved now. */
  saved: Facts;
  set: SetFact;
  errors: FieldErrors;
  /** Fields that someone else changed meanwhile, to another value than I did. */
  clashes: Array<keyof Facts>;
  busy: boolean;
  /** Whether everything is saved now. */
  save: () => Promise<boolean>;
}

/**
 * Changes facts of the postmortem. Where someone else saved first, my changes go on top of
 * theirs; only where both changed the same am I asked which it shall be.
 */
export function useFactsForm(): FactsForm {
  const api = useApi(postmortemsApiRef);
  const { postmortem, apply } = useDocument();
  const { describe, place } = useFieldWords();
  const [base, setBase] = useState(postmortem);
  const [facts, setFacts] = useState(() => factsOf(postmortem));
  const [errors, setErrors] = useState<FieldErrors>({});
  const [clashes, setClashes] = useState<Array<keyof Facts>>([]);
  const [busy, setBusy] = useState(false);

  async function send(onto: Postmortem, mine: Facts): Promise<boolean> {
    const update = updateOf(factsOf(onto), mine);
    if (Object.keys(update).length === 0) return true;
    const checked = updatePostmortemSchema.safeParse(update);
    if (!checked.success) {
      setErrors(describe(errorsOfIssues(checked.error), { ...mine }));
      return false;
    }
    try {
      apply(
        await api.updatePostmortem({
          params: { id: onto.id },
          body: checked.data,
          ifMatch: onto.revision,
        }),
      );
      return true;
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind !== 'stale') {
        setErrors(place(failure.message));
        return false;
      }
      const current = failure.current as Postmortem;
      const rebased = rebase(factsOf(onto), mine, factsOf(current));
      apply(current);
      setBase(current);
      setFacts(rebased.mine);
      setClashes(rebased.clashes);
      return rebased.clashes.length === 0 && send(current, rebased.mine);
    }
  }

  return {
    facts,
    saved: factsOf(base),
    set: (field, value) => {
      setFacts(current => ({ ...current, [field]: value }));
      setErrors(({ [field]: _, ...others }) => others);
    },
    errors,
    clashes,
    busy,
    save: async () => {
      setBusy(true);
      setErrors({});
      setClashes([]);
      try {
        return await send(base, facts);
      } finally {
        setBusy(false);
      }
    },
  };
}
