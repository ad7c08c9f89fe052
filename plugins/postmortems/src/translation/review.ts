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

/** Who reviews a postmortem, and what they say. Verdicts go by their name in the API. */
export const review = {
  review: {
    label: 'Review',
    approvals_one: '{{approvals}} of {{count}} approval',
    approvals_other: '{{approvals}} of {{count}} approvals',
    noneNeeded: 'No approval needed',
    nobodyAsked: 'Nobody is asked for a review yet.',
    ask: 'Ask for a review',
    change: 'Change who is asked',
    reviewers: 'Reviewers',
    reviewersTitle: 'Who reviews {{id}}?',
    reviewersHelp_one:
      'People, or groups of which any member can answer. Publishing takes {{count}} approval; the owner’s own does not count.',
    reviewersHelp_other:
      'People, or groups of which any member can answer. Publishing takes {{count}} approvals; the owner’s own does not count.',
    reviewersHelpNoneNeeded:
      'People, or groups of which any member can answer. Publishing takes no approval.',
    toldNow: 'Whoever is added is told at once.',
    toldLater: 'They are told once it is sent for review.',
    awaited: 'not answered yet',
    awaitedGroup: 'any member can answer',
    staleApproval: 'before the latest change, so it does not count',
    stale: 'before the latest change',
    own: 'as the owner, so it does not count',
    asked: {
      title: 'Your review is asked for',
      text: 'Read it, then say whether it can be published as it is.',
      approve:
        'It has changed since you approved it. Read it again, then say whether it can be published as it is.',
      'request-changes':
        'It is there again after you requested changes. Read it, then say whether it can be published as it is.',
    },
    changesRequested: 'Changes requested',
    sendAgain: 'Send for review again',
    changedSinceRead:
      'The text has changed since you opened this page, so what you read is not what you would approve. Read it again first; the history at the end of the page shows what changed.',
    changedMaybeDone:
      'The text has changed since you opened this page. What you ask for may be done already.',
    readAgain: 'Read it again',
    approve: {
      action: 'Approve',
      title: 'Approve {{id}}?',
      text: 'You say that it can be published as you read it. Once the text changes, your approval does not count any more.',
      comment: 'Comment (optional)',
      done: '{{person}} approved it',
      thanks: 'You approved it.',
    },
    'request-changes': {
      action: 'Request changes',
      title: 'Request changes to {{id}}',
      text: 'It becomes a draft again, and its owner is told what you write here.',
      comment: 'What has to change',
      done: '{{person}} requested changes',
      thanks: 'You requested changes.',
      thanksText: 'It is a draft again, and its owner is told.',
    },
  },
} as const;
