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

import { DateTime } from 'luxon';

/** What is wrong, by the name of the field; '' is the form as a whole. */
export type FieldErrors = Record<string, string>;

/** What a schema found wrong, as zod tells it. */
interface SchemaError {
  issues: Array<{ path: PropertyKey[]; message: string }>;
}

/** The first thing that a schema finds wrong with each field. */
export function errorsOfIssues(error: SchemaError): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '');
    errors[field] ??= issue.message;
  }
  return errors;
}

/**
 * Puts what the server said was wrong beside the field it is about: the first one that the
 * message names. A message that names none of them is about the form as a whole, under ''.
 */
export function errorsOfMessage(
  message: string,
  fields: readonly string[],
): FieldErrors {
  const [named] = fields
    .map(field => ({ field, at: message.search(new RegExp(`\\b${field}\\b`)) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return { [named?.field ?? '']: message };
}

const TIMESTAMP = /\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)/g;

/**
 * Says a message in the words of the form: the names that the API has for fields become labels,
 * and times those of the viewer's zone and locale.
 */
export function inWordsOfForm(
  message: string,
  labels: Record<string, string>,
  locale?: string,
): string {
  const named = Object.entries(labels).reduce(
    (text, [field, label]) =>
      text.replace(new RegExp(`\\b${field}\\b(\\[\\d+\\])?`, 'g'), label),
    message.replace(TIMESTAMP, time =>
      DateTime.fromISO(time).toLocaleString(DateTime.DATETIME_MED, { locale }),
    ),
  );
  return named.charAt(0).toLocaleUpperCase() + named.slice(1);
}
