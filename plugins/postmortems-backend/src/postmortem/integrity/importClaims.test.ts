import type { PostmortemFacts } from '../PostmortemRecord';
import { isClaimed } from './importClaims';

const AT = '2026-03-12T12:00:00.000Z';
const GRANTED = { reason: 'x', approverRef: 'user:default/a', grantedAt: AT };
const CLAIMS = {
  publication: { at: AT },
  waiver: GRANTED,
  extension: { ...GRANTED, dueAt: AT },
  meeting: { heldAt: AT },
  acknowledgement: { ownerRef: 'user:default/b', at: AT },
};

function facts(
  claims: (keyof typeof CLAIMS)[],
  more: Partial<PostmortemFacts> = {},
): PostmortemFacts {
  return {
    publications: [],
    imported: {
      by: 'user:default/c',
      at: AT,
      claims: Object.fromEntries(claims.map(each => [each, CLAIMS[each]])),
    },
    ...more,
  } as PostmortemFacts;
}

describe('isClaimed', () => {
  it.each([
    ['publication', 'published', true],
    ['publication', 'meeting-held', false],
    ['meeting', 'published', false],
    ['meeting', 'meeting-held', true],
    ['waiver', 'published', true],
    ['extension', 'meeting-held', true],
    ['acknowledgement', 'published', false],
  ] as const)('by %s where the policy asks for %s: %s', (claim, by, is) => {
    expect(isClaimed(facts([claim]), by)).toBe(is);
  });

  it.each<[string, keyof typeof CLAIMS, Partial<PostmortemFacts>]>([
    [
      'a publication',
      'publication',
      { publications: [{ at: AT, contentRevision: 2 }] },
    ],
    ['a waiver', 'waiver', { waiver: GRANTED }],
    ['an extension', 'extension', { extension: CLAIMS.extension }],
    ['an incident added since', 'publication', { attachedAt: AT }],
  ])('ends with %s', (_what, claim, more) => {
    expect(isClaimed(facts([claim]), 'published')).toBe(true);
    expect(isClaimed(facts([claim], more), 'published')).toBe(false);
  });

  it('ends with the confirmation', () => {
    const { imported } = facts(['waiver']);
    const confirmed = { ...imported!, confirmedAt: AT };
    expect(isClaimed(facts([], { imported: confirmed }), 'published')).toBe(
      false,
    );
  });
});
