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

import { contributorsByRole } from './people';

describe('contributorsByRole', () => {
  it('groups people by role, and does not repeat the incident commander', () => {
    expect(
      contributorsByRole({
        commanderRef: 'user:default/ana',
        contributors: [
          { userRef: 'user:default/ben', role: 'responder' },
          { userRef: 'user:default/ana', role: 'Incident commander' },
          { userRef: 'user:default/cem', role: 'scribe' },
          { userRef: 'user:default/ana', role: 'Responder' },
        ],
      }),
    ).toEqual([
      {
        role: 'responder',
        userRefs: ['user:default/ben', 'user:default/ana'],
      },
      { role: 'scribe', userRefs: ['user:default/cem'] },
    ]);
  });
});
