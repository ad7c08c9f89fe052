import { statusSchema } from 'backstage-plugin-postmortems-common';
import { checkTransition } from './checkTransition';

const ALLOWED = [
  'draft -> in-review',
  'in-review -> published',
  'in-review -> draft',
  'published -> draft',
];

const changes = statusSchema.options.flatMap(from =>
  statusSchema.options.map(to => ({ from, to, name: `${from} -> ${to}` })),
);

describe('checkTransition', () => {
  it.each(changes.filter(({ name }) => ALLOWED.includes(name)))(
    'allows $name',
    ({ from, to }) => {
      expect(() => checkTransition(from, to)).not.toThrow();
    },
  );

  it.each(changes.filter(({ name }) => !ALLOWED.includes(name)))(
    'refuses $name',
    ({ from, to }) => {
      expect(() => checkTransition(from, to)).toThrow(
        expect.objectContaining({ name: 'ConflictError' }),
      );
    },
  );

  it('names the allowed next states', () => {
    expect(() => checkTransition('draft', 'published')).toThrow(
      'status cannot change from draft to published. Use in-review',
    );
    expect(() => checkTransition('in-review', 'in-review')).toThrow(
      'status cannot change from in-review to in-review. Use published or draft',
    );
  });
});
