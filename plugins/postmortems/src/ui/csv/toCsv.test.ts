import Papa from 'papaparse';
import { columnsOf } from './columns';
import { toCsv } from './toCsv';

interface Row {
  title: string;
  labels?: string[];
  count?: number;
}

const columns = columnsOf<Row>()('title', 'labels', 'count');

/** Titles as a CSV parser reads them. */
function titles(csv: string) {
  const { data } = Papa.parse<Row>(csv, { header: true });
  return data.map(row => row.title);
}

describe('toCsv', () => {
  it('follows RFC 4180, without a byte order mark', () => {
    expect(
      toCsv(
        [
          { title: 'a, b', labels: ['x', 'y'], count: 2 },
          { title: 'he said "no"\nand left' },
        ],
        columns,
      ),
    ).toBe(
      'title,labels,count\r\n"a, b",x; y,2\r\n"he said ""no""\nand left",,',
    );
  });

  it.each([
    '=HYPERLINK("https://evil.example","Click")',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '\r\n=1+1',
    '\u0000=1+1',
    '\u001b=1',
    '\u007f=1',
  ])('makes text of %j', title => {
    const csv = toCsv([{ title, labels: ['=1'], count: 1 }], columns);
    expect(titles(csv)).toEqual([`'${title}`]);
    expect(csv).toContain(`"'=1"`);
  });

  it.each(['a=b', 'Überlauf', '1 - 2', ' spaced ', "it's"])(
    'leaves %j as it is',
    title => {
      expect(titles(toCsv([{ title }], columns))).toEqual([title]);
    },
  );
});
