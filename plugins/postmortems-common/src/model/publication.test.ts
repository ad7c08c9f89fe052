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

import { SECTIONS } from './sections';
import { publicationRequirements } from './publication';
import type { PublicationFacts } from './publication';

const complete: PublicationFacts = {
  sections: SECTIONS.filter(({ required }) => required).map(({ key }) => ({
    key,
    markdown: 'Something was written.',
  })),
  contributingFactors: [{}],
  actionItems: [{ priority: 'P1', status: 'open' }],
  actionItemsRequired: true,
  resolvedAt: '2026-03-12T11:28:00.000Z',
  review: { approvalsRequired: 2, approvals: 2 },
};

function missing(changes: Partial<PublicationFacts>) {
  return publicationRequirements({ ...complete, ...changes })
    .filter(({ met }) => !met)
    .map(({ key }) => key);
}

describe('publicationRequirements', () => {
  it('are met by the required sections, a factor, a commitment and a resolution', () => {
    expect(missing({})).toEqual([]);
  });

  it('names what is missing in reading order, blank text included', () => {
    expect(
      missing({
        sections: [...complete.sections].reverse().map(section => ({
          ...section,
          markdown: section.key === 'impact' ? section.markdown : ' \n\t',
        })),
        contributingFactors: [],
        actionItems: [],
        resolvedAt: undefined,
        review: { approvalsRequired: 2, approvals: 1 },
      }),
    ).toEqual([
      'summary',
      'what-happened',
      'resolution',
      'contributing-factors',
      'action-items',
      'resolved',
      'approvals',
    ]);
  });

  it('counts a section that nobody has written as missing', () => {
    expect(missing({ sections: [] })).toEqual([
      'summary',
      'impact',
      'what-happened',
      'resolution',
    ]);
  });

  it.each([
    ['P0', 'open', true],
    ['P1', 'in-progress', true],
    ['P1', 'done', true],
    ['P0', 'proposed', false],
    ['P0', 'declined', false],
    ['P2', 'open', false],
  ] as const)('takes a %s that is %s: %s', (priority, status, counts) => {
    expect(missing({ actionItems: [{ priority, status }] })).toEqual(
      counts ? [] : ['action-items'],
    );
  });

  it('takes the decision that none is needed, and asks for neither where the policy does not', () => {
    expect(
      missing({ actionItems: [], noActionItemsReason: 'Fixed by the vendor' }),
    ).toEqual([]);
    expect(missing({ actionItems: [], actionItemsRequired: false })).toEqual(
      [],
    );
  });
});
