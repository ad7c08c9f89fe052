import type {
  Postmortem,
  SourceFact,
} from 'backstage-plugin-postmortems-common';
import { aDraft } from './aDraft';

const source = { source: 'pagerduty', sourceTitle: 'PagerDuty' };

function aFact(fact: Pick<SourceFact, 'field' | 'state' | 'value'>) {
  return { ...source, ...fact };
}

const differingTitle = {
  ...aFact({
    field: 'title',
    state: 'differs',
    value: 'Checkout down in one region',
  }),
  at: '2026-03-12T10:00:00Z',
};
const differingSeverity = aFact({
  field: 'severityHistory',
  state: 'differs',
  value: [
    { severity: 'SEV-3', at: '2026-03-12T09:14:00Z' },
    { severity: 'SEV-2', at: '2026-03-12T09:40:00Z' },
  ],
});

/** A draft of a PagerDuty incident with two facts that differ. */
export function aFollowingDraft(
  overrides: Partial<Postmortem> = {},
): Postmortem {
  return aDraft({
    incidents: [
      {
        id: '1',
        ...source,
        key: 'Q1',
        title: 'Checkout down in one region',
        url: 'https://pagerduty.example.com/Q1',
      },
      { id: '2', ...source, key: 'Q2', title: 'Carts are empty' },
    ],
    sourceFacts: [
      differingTitle,
      differingSeverity,
      aFact({
        field: 'entityRefs',
        state: 'same',
        value: ['component:default/checkout-api'],
      }),
      aFact({ field: 'outcome', state: 'same', value: 'incident' }),
      aFact({ field: 'commanderRef', state: 'same', value: undefined }),
    ],
    ...overrides,
  });
}
