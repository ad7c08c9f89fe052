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

import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { lazyApi } from './lazyApi';

describe('lazyApi', () => {
  it('loads once, when first asked, and again after a failure', async () => {
    const getPolicy = jest.fn(async input => input);
    const load = jest
      .fn()
      .mockRejectedValueOnce(new Error('Loading chunk 7 failed'))
      .mockResolvedValue({ getPolicy } as unknown as PostmortemsApi);
    const api = await Promise.resolve(lazyApi(load));
    expect(load).not.toHaveBeenCalled();

    await expect(api.getPolicy({})).rejects.toThrow('Loading chunk 7 failed');
    const asked = [{}, {}];
    expect(await Promise.all(asked.map(each => api.getPolicy(each)))).toEqual(
      asked,
    );
    expect(load).toHaveBeenCalledTimes(2);
  });
});
