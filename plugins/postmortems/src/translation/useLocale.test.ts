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

import { localeOf } from './useLocale';

describe('localeOf', () => {
  it('follows the language of the portal, and the browser as to its variant', () => {
    expect(localeOf('en', ['de-AT', 'en-GB', 'en-US'])).toBe('en-GB');
    expect(localeOf('de', ['de-AT', 'en-GB', 'en-US'])).toBe('de-AT');
    expect(localeOf('de', ['en-US', 'en'])).toBe('de');
    expect(localeOf('pt-BR', ['en'])).toBe('pt-BR');
  });

  it('leaves it to the browser where the portal names no language', () => {
    expect(localeOf('no_such language', ['en-GB'])).toBeUndefined();
  });
});
