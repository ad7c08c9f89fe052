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

import type { EndpointName } from 'backstage-plugin-postmortems-common';

/** What is told of an operation where it is offered as an action. */
interface Offer {
  name: string;
  title: string;
  description: string;
  /** Whether calling it again with the same input changes nothing more. */
  idempotent?: boolean;
}

/**
 * The operations that are offered as actions, to agents over MCP and to whatever else invokes
 * them. Nothing that takes away or overrules is among them: deleting, publishing, waivers and
 * extensions stay with people.
 */
export const OFFERED: Partial<Record<EndpointName, Offer>> = {
  listPostmortems: {
    name: 'list-postmortems',
    title: 'List postmortems',
    description:
      'Finds postmortems of incidents: by affected entity, owning team, owner, severity, compliance status (such as overdue), date or words. Newest first.',
  },
  getPostmortem: {
    name: 'get-postmortem',
    title: 'Read a postmortem',
    description:
      'One postmortem such as PM-42 with its text, timeline, contributing factors, action items and deadline.',
  },
  listActionItems: {
    name: 'list-action-items',
    title: 'List action items',
    description:
      'Finds action items across postmortems: by team, owner, affected entity, status, priority, kind, overdue or due date. Soonest due first.',
  },
  summarizeActionItems: {
    name: 'summarize-action-items',
    title: 'Count action items',
    description:
      'Counts action items by status, and those overdue, per team, owner, priority, kind or age.',
  },
  getCompliance: {
    name: 'get-postmortem-compliance',
    title: 'Compliance with the deadlines',
    description:
      'How many postmortems met their deadline, were late or are overdue, per team, severity, entity, month or quarter.',
  },
  previewDeadline: {
    name: 'preview-postmortem-deadline',
    title: 'Preview a deadline',
    description:
      'The deadline that the policy gives a postmortem for a severity and a time of resolution, explained. Changes nothing.',
  },
  createPostmortem: {
    name: 'create-postmortem',
    title: 'Start a postmortem',
    description:
      'Starts a postmortem of an incident as a draft: title, severity, when it started and was resolved, and which catalog entities were affected.',
  },
  putSection: {
    name: 'write-postmortem-section',
    title: 'Write a section',
    description:
      "Writes one section of a postmortem in Markdown. Read the postmortem first: ifMatch is that section's revision.",
    idempotent: true,
  },
  addTimelineEvent: {
    name: 'add-postmortem-timeline-event',
    title: 'Add to the timeline',
    description: 'Adds an event to the timeline of a postmortem.',
  },
  addActionItem: {
    name: 'add-action-item',
    title: 'Add an action item',
    description:
      'Adds an action item to a postmortem, as a proposal or, with an owner and a due date, as a commitment.',
  },
  updateActionItem: {
    name: 'update-action-item',
    title: 'Change an action item',
    description:
      'Changes owner, due date, status or text of an action item such as A3 of PM-42. ifMatch is the revision it was read with.',
    idempotent: true,
  },
};
