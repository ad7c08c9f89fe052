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

/**
 * Stands for "never" where a column that is ordered or compared by must not be null.
 */
export const FAR_FUTURE = new Date('9999-12-31T00:00:00.000Z');

/** Timestamps come back as `Date` from PostgreSQL and as milliseconds from SQLite. */
export type DbTime = Date | number | string;

/** A database timestamp as ISO 8601 in UTC. */
export function fromDbTime(value: DbTime): string;
export function fromDbTime(value: DbTime | null): string | undefined;
export function fromDbTime(value: DbTime | null): string | undefined {
  return value === null ? undefined : new Date(value).toISOString();
}

/** An ISO 8601 time as database timestamp. */
export function toDbTime(value: string): Date;
export function toDbTime(value: string | undefined): Date | null;
export function toDbTime(value: string | undefined): Date | null {
  return value === undefined ? null : new Date(value);
}
