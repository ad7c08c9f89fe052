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

import { useCallback, useMemo } from 'react';
import { useLocale, useTexts } from '../../../translation';
import { errorsOfMessage, inWordsOfForm } from './fieldErrors';
import type { FieldErrors } from './fieldErrors';

/** The fields of an incident's facts that forms have, as the API names them. */
export const FACT_FIELDS = [
  'title',
  'severity',
  'severityReason',
  'entityRefs',
  'startedAt',
  'detectedAt',
  'mitigatedAt',
  'resolvedAt',
  'meetingHeldAt',
  'outcome',
  'visibility',
  'ownerRef',
  'commanderRef',
  'contributors',
  'labels',
  'links',
] as const;

/** @see {@link FACT_FIELDS} */
export type FactField = (typeof FACT_FIELDS)[number];

const MUST_BE_GIVEN = ['title', 'severity', 'entityRefs', 'startedAt'] as const;

/** Words for the fields of facts and for what is wrong with them. */
export function useFieldWords() {
  const { t } = useTexts();
  const locale = useLocale();

  const labels = useMemo(
    () =>
      Object.fromEntries(
        FACT_FIELDS.map(field => [field, t(`fields.${field}`)]),
      ) as Record<FactField, string>,
    [t],
  );

  /** The errors that a schema found, those of empty fields saying what is asked for. */
  const describe = useCallback(
    (errors: FieldErrors, values: Record<string, unknown>): FieldErrors => {
      const described: FieldErrors = {};
      for (const [field, message] of Object.entries(errors)) {
        const missing = MUST_BE_GIVEN.find(each => each === field);
        described[field] =
          missing && isEmpty(values[field])
            ? t(`fields.missing.${missing}`)
            : inWordsOfForm(message, labels, locale);
      }
      return described;
    },
    [t, labels, locale],
  );

  /** What the server said, beside the field that it is about. */
  const place = useCallback(
    (message: string): FieldErrors => {
      const placed = errorsOfMessage(message, FACT_FIELDS);
      return Object.fromEntries(
        Object.entries(placed).map(([field, text]) => [
          field,
          inWordsOfForm(text, labels, locale),
        ]),
      );
    },
    [labels, locale],
  );

  return { labels, describe, place };
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length === 0
    : value === undefined || value === null || String(value).trim() === '';
}
