import { contributorsByRole } from './people';

describe('contributorsByRole', () => {
  it('groups people by role, without repeating the incident commander', () => {
    expect(
      contributorsByRole({
        commanderRef: 'user:default/ana',
        contributors: [
          { userRef: 'user:default/ben', role: 'responder' },
          { userRef: 'user:default/ana', role: 'Incident commander' },
          { userRef: 'user:default/cem', role: 'scribe' },
          { userRef: 'user:default/ana', role: 'Responder' },
        ],
      }),
    ).toEqual([
      {
        role: 'responder',
        userRefs: ['user:default/ben', 'user:default/ana'],
      },
      { role: 'scribe', userRefs: ['user:default/cem'] },
    ]);
  });
});
