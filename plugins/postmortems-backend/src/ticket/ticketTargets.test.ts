import {
  chooseTarget,
  parseTicketTarget,
  ticketTargetsOf,
} from './ticketTargets';

const group = (annotation?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: {
    name: 'checkout',
    annotations: annotation
      ? { 'postmortems/ticket-tracker': annotation }
      : undefined,
  },
});

it('parses targets, ignoring invalid ones', () => {
  expect(parseTicketTarget(' github:ghe.example.com:8443/acme/shop ')).toEqual({
    tracker: 'github',
    project: 'ghe.example.com:8443/acme/shop',
  });
  for (const none of [
    'github',
    'github:',
    ':OPS',
    'Git Hub:x',
    'jira:O PS',
    `jira:${'O'.repeat(256)}`,
  ]) {
    expect(parseTicketTarget(none)).toBeUndefined();
  }
  expect(ticketTargetsOf(group())).toEqual([]);
  expect(
    ticketTargetsOf(group('github:acme/shop, nonsense, jira:OPS')),
  ).toEqual([
    { tracker: 'github', project: 'acme/shop' },
    { tracker: 'jira', project: 'OPS' },
  ]);
});

describe('chooseTarget', () => {
  const teams = [
    { ref: 'group:default/none', targets: [] },
    {
      ref: 'group:default/checkout',
      targets: [
        { tracker: 'github', project: 'acme/shop' },
        { tracker: 'jira', project: 'OPS' },
      ],
    },
  ];
  const defaultTarget = { tracker: 'jira', project: 'ALL' };
  const trackers = ['github', 'jira'];

  it('uses the first team with a target', () => {
    expect(chooseTarget({ teams, defaultTarget, trackers })).toEqual({
      tracker: 'github',
      project: 'acme/shop',
    });
    expect(
      chooseTarget({ teams, defaultTarget, trackers, tracker: 'jira' }),
    ).toEqual({ tracker: 'jira', project: 'OPS' });
    expect(chooseTarget({ teams: [], defaultTarget, trackers })).toBe(
      defaultTarget,
    );
  });

  it('explains what is missing', () => {
    expect(() =>
      chooseTarget({ teams: [], defaultTarget, trackers, tracker: 'github' }),
    ).toThrow(/No github project .* on the owning team, or/);
    expect(() => chooseTarget({ teams, trackers: ['jira'] })).toThrow(
      'Tickets are configured for github, which is not installed. Installed trackers: jira',
    );
    expect(() => chooseTarget({ teams, trackers: [] })).toThrow(
      /[Nn]o ticket tracker is installed/,
    );
  });
});
