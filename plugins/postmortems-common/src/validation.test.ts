import { z } from 'zod';
import { describeIssue, plainIssues } from './validation';

const schema = z.strictObject({
  title: z.string().min(3).max(20).optional(),
  status: z.enum(['draft', 'published']).optional(),
  limit: z.int().min(1).max(100).optional(),
  url: z.url().optional(),
  id: z
    .string()
    .regex(/^PM-\d+$/, { error: 'must be an id such as PM-42' })
    .optional(),
  refs: z.array(z.string()).min(1).max(2).optional(),
  owner: z
    .object({ since: z.iso.datetime({ error: 'must be an ISO 8601 time' }) })
    .optional(),
  note: z.union([z.string(), z.strictObject({ text: z.string() })]).optional(),
});

function problemsOf(value: unknown): string[] {
  const { error } = schema.safeParse(value, plainIssues);
  return (error?.issues ?? []).map(issue => describeIssue(issue, 'body'));
}

describe('describeIssue', () => {
  it.each<[unknown, string]>([
    [undefined, 'body is required'],
    [[], 'body must be an object, not an array'],
    [{ title: 7 }, 'title must be a string, not 7'],
    [{ title: null }, 'title must be a string, not null'],
    [{ title: 'x' }, 'title must be at least 3 characters'],
    [{ title: 'x'.repeat(21) }, 'title must be at most 20 characters'],
    [{ status: 'done' }, 'status must be one of draft, published, not "done"'],
    [{ limit: 250 }, 'limit must be at most 100, not 250'],
    [{ limit: 1.5 }, 'limit must be a whole number, not 1.5'],
    [{ limit: 'many' }, 'limit must be a number, not "many"'],
    [{ url: 'x y' }, 'url must be an http or https URL, not "x y"'],
    [{ id: '42' }, 'id must be an id such as PM-42, not "42"'],
    [{ id: 'x'.repeat(61) }, 'id must be an id such as PM-42'],
    [{ id: 'a\nb' }, 'id must be an id such as PM-42'],
    [{ refs: [] }, 'refs must not be empty'],
    [{ refs: ['a', 'b', 'c'] }, 'refs must have at most 2 items'],
    [{ refs: ['a', 3] }, 'refs[1] must be a string, not 3'],
    [{ owner: {} }, 'owner.since is required'],
    [
      { owner: { since: 'now' } },
      'owner.since must be an ISO 8601 time, not "now"',
    ],
    [{ note: 3 }, 'note must be a string or an object, not 3'],
    [{ note: {} }, 'note is not valid: text is required'],
    [
      { titel: 'x' },
      'titel is not known here; use title, status, limit, url, id, refs, owner, note',
    ],
  ])('explains %j', (value, message) => {
    expect(problemsOf(value)).toEqual([message]);
  });

  it('shortens unknown names', () => {
    const many = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, n) => [`${'x'.repeat(1_000)}${n}`, n]),
    );
    const [problem] = problemsOf(many);
    expect(problem).toMatch(/^(x{60}…(, )?){5} are not known here; use title/);
  });
});
