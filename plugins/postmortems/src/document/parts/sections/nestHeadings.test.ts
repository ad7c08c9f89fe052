import { nestHeadings } from './nestHeadings';

describe('nestHeadings', () => {
  it('lowers headings, at most to level 6', () => {
    expect(nestHeadings('# One\ntext\n##### Five\n#\n#no heading', 3)).toBe(
      '#### One\ntext\n###### Five\n####\n#no heading',
    );
  });

  it('leaves code unchanged, up to its closing fence', () => {
    const code = '```sh\n# comment\n~~~\n# comment\n```';
    expect(nestHeadings(`${code}\n# Heading`, 3)).toBe(`${code}\n#### Heading`);
  });
});
