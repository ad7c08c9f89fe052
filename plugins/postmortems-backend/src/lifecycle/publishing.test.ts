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

import { SECTIONS } from 'backstage-plugin-postmortems-common';
import { assertPublishable, missingForPublication } from './publishing';

const required = SECTIONS.filter(section => section.required).map(
  ({ key }) => ({
    key,
    markdown: 'Something was written.',
  }),
);

describe('publishing', () => {
  it('takes the required sections and one contributing factor', () => {
    const draft = { sections: required, contributingFactors: [{}] };
    expect(missingForPublication(draft)).toEqual([]);
    expect(() => assertPublishable(draft)).not.toThrow();
  });

  it('names everything that is missing, in reading order', () => {
    const sections = [...required].reverse().map(section => ({
      ...section,
      markdown: section.key === 'impact' ? section.markdown : ' \n\t',
    }));
    const draft = { sections, contributingFactors: [] };
    expect(missingForPublication(draft)).toEqual([
      'summary',
      'what-happened',
      'resolution',
      'contributing-factors',
    ]);
    expect(() => assertPublishable(draft)).toThrow(
      expect.objectContaining({
        name: 'ConflictError',
        message:
          'A postmortem cannot be published without summary, what-happened, resolution, contributing-factors',
      }),
    );
  });

  it('counts a section that nobody has written as missing', () => {
    expect(
      missingForPublication({ sections: [], contributingFactors: [{}] }),
    ).toEqual(required.map(({ key }) => key));
  });
});
