import { createMockDirectory } from '@backstage/backend-test-utils';
import { readDemoContent } from './readDemoContent';

const postmortem = `
importKey: storage-2017
title: Storage was down
severity: SEV-1
startedAt: 2017-02-28T17:37:00Z
entityRefs: [component:default/storage]
`;

describe('readDemoContent', () => {
  const directory = createMockDirectory();

  it('reads postmortems with and without a shift, in order of file name', async () => {
    directory.setContent({
      'b.yaml': `shift: { startedAgo: PT2H }\npostmortem: ${indent(
        postmortem,
      )}`,
      'a.yaml': postmortem,
      'README.md': 'Not content',
    });

    const content = await readDemoContent(directory.path);

    expect(content).toEqual([
      { postmortem: expect.objectContaining({ importKey: 'storage-2017' }) },
      {
        shift: { startedAgo: 'PT2H' },
        postmortem: expect.objectContaining({
          startedAt: '2017-02-28T17:37:00Z',
          timeline: [],
        }),
      },
    ]);
  });

  it.each([
    ['a wrong field', postmortem.replace('SEV-1', "''"), 'postmortem.severity'],
    [
      'a wrong duration',
      `shift: { startedAgo: 2h }\npostmortem: ${indent(postmortem)}`,
      'shift.startedAgo',
    ],
    [
      'a resolution to move that is not there',
      `shift: { resolvedAgo: P3D }\npostmortem: ${indent(postmortem)}`,
      'shift.resolvedAgo',
    ],
  ])('names the file and the field of %s', async (_, text, field) => {
    directory.setContent({ 'broken.yaml': text });

    await expect(readDemoContent(directory.path)).rejects.toThrow(
      new RegExp(`broken\\.yaml: [^]*${field} `),
    );
  });
});

function indent(text: string) {
  return text.replaceAll('\n', '\n  ');
}
