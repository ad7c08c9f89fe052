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
 * The most that each field holds. Lengths are in UTF-16 code units, counts in items.
 *
 * @public
 */
export const LIMITS = {
  title: 200,
  reason: 2_000,
  line: 1_000,
  sectionMarkdown: 50_000,
  itemMarkdown: 10_000,
  entityRef: 320,
  entityRefs: 50,
  contributors: 100,
  contributorRole: 100,
  labels: 20,
  label: 63,
  links: 20,
  url: 2_000,
  query: 200,
  queryValues: 50,
  severityChanges: 100,
  timelineEvents: 1_000,
  contributingFactors: 100,
  actionItems: 100,
  reviewers: 20,
  attendees: 100,
  comments: 1_000,
  pageSize: 100,
  defaultPageSize: 25,
  countedItems: 500,
  complianceGroups: 500,
  unmappedServices: 200,
} as const;
