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

import { nestHeadings } from './nestHeadings';

describe('nestHeadings', () => {
  it('moves headings down, the lowest to level 6', () => {
    expect(nestHeadings('# One\ntext\n##### Five\n#\n#no heading', 3)).toBe(
      '#### One\ntext\n###### Five\n####\n#no heading',
    );
  });

  it('leaves code alone, up to the fence that closes it', () => {
    const code = '```sh\n# comment\n~~~\n# comment\n```';
    expect(nestHeadings(`${code}\n# Heading`, 3)).toBe(`${code}\n#### Heading`);
  });
});
