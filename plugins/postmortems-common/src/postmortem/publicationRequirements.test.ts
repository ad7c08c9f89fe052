import { SECTIONS } from '../section/model';
import { publicationRequirements } from './publicationRequirements';
import type { PublicationFacts } from './publicationRequirements';

const complete: PublicationFacts = {
  sections: SECTIONS.filter(({ required }) => required).map(({ key }) => ({
    key,
    markdown: 'Something was written.',
  })),
  contributingFactors: [{}],
  actionItems: [{ priority: 'P1', status: 'open' }],
  actionItemsRequired: true,
  resolvedAt: '2026-03-12T11:28:00.000Z',
  complianceStatus: 'on-track',
  ownerEngaged: true,
  review: { approvalsRequired: 2, approvals: 2, changesRequested: 0 },
};

function missing(changes: Partial<PublicationFacts>) {
  return publicationRequirements({ ...complete, ...changes })
    .filter(({ met }) => !met)
    .map(({ key }) => key);
}

describe('publicationRequirements', () => {
  it('are met by required sections, a factor, a commitment and a resolution', () => {
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
        ownerEngaged: false,
        review: { approvalsRequired: 2, approvals: 1, changesRequested: 1 },
      }),
    ).toEqual([
      'summary',
      'what-happened',
      'resolution',
      'contributing-factors',
      'action-items',
      'resolved',
      'owner',
      'approvals',
      'changes-requested',
    ]);
  });

  it('require an owner only if a postmortem is required', () => {
    expect(
      missing({ complianceStatus: 'not-required', ownerEngaged: false }),
    ).toEqual([]);
    expect(
      missing({ complianceStatus: 'waived', ownerEngaged: false }),
    ).toEqual(['owner']);
  });

  it('count an empty section as missing', () => {
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

  it('accept a reason for having no action item, and require neither if the policy does not', () => {
    expect(
      missing({ actionItems: [], noActionItemsReason: 'Fixed by the vendor' }),
    ).toEqual([]);
    expect(missing({ actionItems: [], actionItemsRequired: false })).toEqual(
      [],
    );
  });
});
