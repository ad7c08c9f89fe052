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

import { SECTIONS } from 'backstage-plugin-postmortems-common';
import type {
  Postmortem,
  PublicationRequirement,
  SectionKey,
} from 'backstage-plugin-postmortems-common';

/** The parts of the document that are no written section. */
export type PartKey =
  | 'timeline'
  | 'contributing-factors'
  | 'response'
  | 'action-items'
  | 'messages'
  | 'related'
  | 'review'
  | 'meeting'
  | 'history';

/** What the outline names: a heading of the page that can be linked to. */
export type OutlineKey = SectionKey | PartKey;

/**
 * The id of a heading. The prefix keeps it apart from the ids that headings within someone's
 * Markdown get.
 */
export function anchorOf(key: OutlineKey): string {
  return `section-${key}`;
}

/** The headings of the page in reading order, as "On this page" lists them. */
export const OUTLINE: OutlineKey[] = [
  'summary',
  'impact',
  'what-happened',
  'timeline',
  'contributing-factors',
  'resolution',
  'response',
  'action-items',
  'messages',
  'related',
  'review',
  'meeting',
  'history',
];

/** The part of the page where something is seen to that publishing takes. */
export function partOf(key: PublicationRequirement['key']): OutlineKey {
  switch (key) {
    case 'resolved':
      // The times of the incident stand with its timeline.
      return 'timeline';
    case 'approvals':
      return 'review';
    default:
      return key;
  }
}

/** The sections that stand together under one heading. */
export function sectionsOf(group: 'response' | 'messages'): SectionKey[] {
  return SECTIONS.filter(section => section.group === group).map(
    section => section.key,
  );
}

/** Whether a postmortem cannot be published without this section. */
export function isRequired(key: SectionKey): boolean {
  return SECTIONS.some(section => section.key === key && section.required);
}

/** Whether a heading would have nothing below it to read. */
export function isEmptyPart(postmortem: Postmortem, key: OutlineKey): boolean {
  switch (key) {
    case 'response':
    case 'messages':
      return !postmortem.sections.some(
        section =>
          sectionsOf(key).includes(section.key) &&
          section.markdown.trim() !== '',
      );
    case 'action-items':
      // Where some are asked for, that there are none is worth saying.
      return (
        postmortem.actionItems.length === 0 &&
        !postmortem.noActionItemsReason &&
        !postmortem.actionItemsRequired
      );
    case 'related':
      return postmortem.links.length === 0;
    case 'review':
      // What came published as it was had no review here.
      return (
        postmortem.status === 'published' &&
        postmortem.review.reviewerRefs.length === 0 &&
        postmortem.review.reviews.length === 0
      );
    case 'meeting':
      return (
        postmortem.meeting === undefined &&
        postmortem.status === 'published' &&
        postmortem.completedAt !== undefined
      );
    default:
      return false;
  }
}
