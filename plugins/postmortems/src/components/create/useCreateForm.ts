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

import { useMemo, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { createPostmortemSchema } from 'backstage-plugin-postmortems-common';
import type {
  Outcome,
  Postmortem,
  Visibility,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../api';
import { useTexts } from '../../translation';
import { errorStatus, errorText, isCatalogAway } from '../shared';
import { errorsOfIssues } from '../document/fields/fieldErrors';
import type { FieldErrors } from '../document/fields/fieldErrors';
import { useFieldWords } from '../document/fields/useFieldWords';

/** The facts that a postmortem starts with, as far as they were entered. */
export interface CreateValues {
  title: string;
  severity: string;
  entityRefs: string[];
  startedAt?: string;
  detectedAt?: string;
  mitigatedAt?: string;
  resolvedAt?: string;
  /** Not sent: tells an incident that goes on from one whose end was not entered yet. */
  ongoing: boolean;
  outcome: Outcome;
  visibility: Visibility;
  ownerRef?: string;
}

/** The form that starts a postmortem. */
export interface CreateForm {
  values: CreateValues;
  set: <K extends keyof CreateValues>(field: K, value: CreateValues[K]) => void;
  errors: FieldErrors;
  /** The server could not do it now; nothing is wrong with what was entered. */
  trouble?: { catalog: boolean; message: string };
  busy: boolean;
  isDirty: boolean;
  submit: () => Promise<Postmortem | undefined>;
}

/** Holds what was entered, says what is wrong with it beside each field, and sends it. */
export function useCreateForm(entityRefs: string[]): CreateForm {
  const api = useApi(postmortemsApiRef);
  const { t } = useTexts();
  const { describe, place } = useFieldWords();
  const [initial] = useState<CreateValues>(() => ({
    title: '',
    severity: '',
    entityRefs,
    ongoing: false,
    outcome: 'incident',
    visibility: 'internal',
  }));
  const [values, setValues] = useState(initial);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<FieldErrors>({});
  const [trouble, setTrouble] = useState<CreateForm['trouble']>();
  const [busy, setBusy] = useState(false);

  const checked = useMemo(() => {
    const { ongoing, ...facts } = values;
    const parsed = createPostmortemSchema.safeParse(facts);
    const errors = parsed.success
      ? {}
      : describe(errorsOfIssues(parsed.error), facts);
    if (!ongoing && !values.resolvedAt) {
      errors.resolvedAt = t('fields.missing.resolvedAt');
    }
    return { facts, errors };
  }, [values, describe, t]);

  async function submit(): Promise<Postmortem | undefined> {
    setTried(true);
    setRefused({});
    setTrouble(undefined);
    if (Object.keys(checked.errors).length > 0) return undefined;

    setBusy(true);
    try {
      return await api.createPostmortem({
        body: { ...checked.facts, startedAt: checked.facts.startedAt ?? '' },
      });
    } catch (thrown) {
      const error = thrown as Error;
      const status = errorStatus(error);
      const message = errorText(error);
      if (status !== undefined && status < 500) setRefused(place(message));
      else setTrouble({ catalog: isCatalogAway(error), message });
      return undefined;
    } finally {
      setBusy(false);
    }
  }

  return {
    values,
    set: (field, value) => {
      setValues(current => ({ ...current, [field]: value }));
      setRefused(({ [field]: _, ...others }) => others);
    },
    errors: { ...refused, ...(tried ? checked.errors : {}) },
    trouble,
    busy,
    isDirty: values !== initial,
    submit,
  };
}
