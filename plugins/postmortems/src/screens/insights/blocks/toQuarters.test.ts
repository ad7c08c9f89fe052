import { anInsights } from '../../../testing/anInsights';
import { toQuarters } from './toQuarters';

it('adds up months to quarters', () => {
  const { months } = anInsights().actionItems;
  const [march] = months.slice(-1);
  const april = {
    ...march,
    period: '2026-04',
    startedAfter: '2026-04-01T00:00:00.000Z',
    startedBefore: '2026-04-15T00:00:00.000Z',
  };
  expect(toQuarters([...months, april])).toEqual([
    {
      period: '2026-Q1',
      startedAfter: months[0].startedAfter,
      startedBefore: march.startedBefore,
      opened: 12,
      done: 9,
      declined: 1,
    },
    { ...april, period: '2026-Q2' },
  ]);
});
