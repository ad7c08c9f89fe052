/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import Papa from 'papaparse';
import { columnsOf } from './columns';
import { toCsv } from './toCsv';

interface Row {
  title: string;
  labels?: string[];
  count?: number;
}

const columns = columnsOf<Row>()('title', 'labels', 'count');

/** The first column as any reader of CSV sees it. */
function titles(csv: string) {
  const { data } = Papa.parse<Row>(csv, { header: true });
  return data.map(row => row.title);
}

describe('toCsv', () => {
  it('is what RFC 4180 says, without a byte order mark', () => {
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
