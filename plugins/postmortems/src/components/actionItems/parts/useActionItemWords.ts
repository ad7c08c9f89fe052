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

import { useMemo } from 'react';
import { useLocale, useTexts } from '../../../translation';
import {
  errorsOfMessage,
  inWordsOfForm,
} from '../../document/fields/fieldErrors';

/** The fields of an action item that the server's refusals name. */
const FIELDS = [
  'title',
  'description',
  'ownerRef',
  'dueAt',
  'statusReason',
  'dueReason',
] as const;

/** A field of an action item, as the API names it. */
export type ActionItemField = (typeof FIELDS)[number];

/** Why an action item was not changed. */
export interface ActionItemProblem {
  message: string;
  /** The field that it is about, if about one. */
  field?: ActionItemField;
}

/** Words for the fields of action items and for what is wrong with them. */
export function useActionItemWords() {
  const { t } = useTexts();
  const locale = useLocale();

  return useMemo(() => {
    const labels = Object.fromEntries(
      FIELDS.map(field => [field, t(`actionItem.field.${field}`)]),
    ) as Record<ActionItemField, string>;

    /** What the server said, in words of the form, and which field it is about. */
    function problemOf(message: string): ActionItemProblem {
      const [[field]] = Object.entries(errorsOfMessage(message, FIELDS));
      return {
        message: inWordsOfForm(message, labels, locale),
        field: FIELDS.find(each => each === field),
      };
    }

    return { labels, problemOf };
  }, [t, locale]);
}
