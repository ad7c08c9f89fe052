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
import { announceChange } from '../live/changes';
import { askAhead, withAnswersAhead } from './answersAhead';

function setUp() {
  const getPostmortem = jest.fn(async () => ({ id: 'PM-1' }));
  const listPostmortems = jest.fn(async () => ({ items: [] }));
  const backend = {
    getPostmortem,
    listPostmortems,
  } as unknown as PostmortemsApi;
  return { api: withAnswersAhead(backend), getPostmortem, listPostmortems };
}

const query = { entityRef: ['component:default/dns'], limit: 3 };

describe('what is asked ahead', () => {
  afterEach(() => jest.useRealTimers());

  it('answers the same question once, in whatever order its parts stand', async () => {
    const { api, listPostmortems } = setUp();
    askAhead(api, [['listPostmortems', { query }]]);
    askAhead(api, [['listPostmortems', { query }]]);
    expect(listPostmortems).toHaveBeenCalledTimes(1);

    const same = { limit: 3, cursor: undefined, entityRef: query.entityRef };
    await api.listPostmortems({ query: same });
    expect(listPostmortems).toHaveBeenCalledTimes(1);
    await api.listPostmortems({ query });
    expect(listPostmortems).toHaveBeenCalledTimes(2);
  });

  it('answers no other question', async () => {
    const { api, listPostmortems } = setUp();
    askAhead(api, [['listPostmortems', { query }]]);
    await api.listPostmortems({ query: { ...query, limit: 4 } });
    expect(listPostmortems).toHaveBeenCalledTimes(2);
  });

  it('is not kept beyond a change, nor for long', async () => {
    jest.useFakeTimers();
    const { api, listPostmortems } = setUp();
    askAhead(api, [['listPostmortems', { query }]]);
    announceChange({});
    await api.listPostmortems({ query });
    expect(listPostmortems).toHaveBeenCalledTimes(2);

    askAhead(api, [['listPostmortems', { query }]]);
    jest.advanceTimersByTime(60_000);
    await api.listPostmortems({ query });
    expect(listPostmortems).toHaveBeenCalledTimes(4);
  });

  it('fails for whoever asks, who may ask again', async () => {
    const { api, listPostmortems } = setUp();
    listPostmortems.mockRejectedValueOnce(new Error('Bad gateway'));
    askAhead(api, [['listPostmortems', { query }]]);
    await expect(api.listPostmortems({ query })).rejects.toThrow('Bad gateway');
    await expect(api.listPostmortems({ query })).resolves.toEqual({
      items: [],
    });
  });

  it('is not asked of an API in the place of ours', () => {
    const listPostmortems = jest.fn();
    askAhead({ listPostmortems } as unknown as PostmortemsApi, [
      ['listPostmortems', { query }],
    ]);
    askAhead(undefined, [['listPostmortems', { query }]]);
    expect(listPostmortems).not.toHaveBeenCalled();
  });
});
