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

import type { ReactNode } from 'react';
import { act, renderHook } from '@testing-library/react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { TestApiProvider } from '@backstage/test-utils';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../api';
import { usePostmortemsData } from '../components/shared';
import { aPostmortem, createFakePostmortemsApi } from '../testing';
import { useChanges, withAnnouncements } from '.';

/** The signals plugin of a portal: what is subscribed to, and a way to send. */
function createFakeSignals() {
  const subscribers = new Map<string, Set<(message: any) => void>>();
  return {
    send: (channel: string, message: object) =>
      subscribers.get(channel)?.forEach(each => each(message)),
    subscribe: (channel: string, onMessage: (message: any) => void) => {
      const known = subscribers.get(channel) ?? new Set();
      subscribers.set(channel, known.add(onMessage));
      return { unsubscribe: () => known.delete(onMessage) };
    },
  };
}

/** Titles as the server has them, with every operation that the tests need. */
function createServer() {
  const server = { title: 'First', reads: 0, isDown: false };
  const api = withAnnouncements(
    createFakePostmortemsApi({
      getPostmortem: async () => {
        server.reads += 1;
        if (server.isDown) throw new Error('timeout');
        return aPostmortem({ title: server.title });
      },
      updatePostmortem: async ({ body }) => {
        if (server.isDown) throw new Error('timeout');
        server.title = body?.title ?? server.title;
        return aPostmortem({ title: server.title });
      },
      previewDeadline: async () => ({
        required: true,
        governingSeverity: 'SEV-1',
        teamRefs: [],
      }),
    }),
  );
  const rename = (title: string) =>
    api.updatePostmortem({
      params: { id: 'PM-42' },
      body: { title },
      ifMatch: 1,
    });
  return { server, api, rename };
}

function provide(api: PostmortemsApi, signals?: object) {
  return (props: { children: ReactNode }) => (
    <TestApiProvider
      apis={[
        [postmortemsApiRef, api] as const,
        ...(signals ? [[signalApiRef, signals] as const] : []),
      ]}
    >
      {props.children}
    </TestApiProvider>
  );
}

/** Reads the title as a screen does; `seen` is every state it was shown in. */
function showTitle(api: PostmortemsApi, signals?: object) {
  const seen: Array<string | undefined> = [];
  const { result } = renderHook(
    () => {
      const data = usePostmortemsData(
        async each =>
          (await each.getPostmortem({ params: { id: 'PM-42' } })).title,
        [],
      );
      seen.push(data.loading ? 'loading' : data.value ?? data.error?.message);
      return data;
    },
    { wrapper: provide(api, signals) },
  );
  return { result, seen };
}

const pass = (ms: number) =>
  act(async () => {
    await jest.advanceTimersByTimeAsync(ms);
  });

function setHidden(hidden: boolean) {
  Object.defineProperty(document, 'hidden', {
    configurable: true,
    get: () => hidden,
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('screens that stay up to date', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    setHidden(false);
    jest.useRealTimers();
  });

  it('show what was changed in this tab once for several changes, never as loading', async () => {
    const { server, api, rename } = createServer();
    const { seen } = showTitle(api);
    await pass(1_000);

    await rename('Second');
    await rename('Third');
    await pass(1_000);
    expect(server.reads).toBe(2);
    expect(seen.filter((each, at) => each !== seen[at - 1])).toEqual([
      'loading',
      'First',
      'Third',
    ]);
  });

  it('do not ask again after a question, nor after a change that was refused', async () => {
    const { server, api, rename } = createServer();
    showTitle(api);
    await pass(1_000);

    await api.getPostmortem({ params: { id: 'PM-42' } });
    await api.previewDeadline({
      body: {
        severity: 'SEV-1',
        startedAt: '2026-03-12T09:14:00Z',
        entityRefs: ['component:default/checkout'],
      },
    });
    server.isDown = true;
    await expect(rename('Second')).rejects.toThrow('timeout');
    await pass(1_000);
    expect(server.reads).toBe(2);
  });

  it('show what others changed, and keep what they show where it cannot be had', async () => {
    const { server, api } = createServer();
    const signals = createFakeSignals();
    const { result } = showTitle(api, signals);
    await pass(1_000);

    server.title = 'Second';
    signals.send('postmortems', { type: 'postmortem', postmortemId: 'PM-42' });
    await pass(1_000);
    expect(result.current).toMatchObject({ value: 'Second', loading: false });

    server.isDown = true;
    signals.send('postmortems', { type: 'action-item', postmortemId: 'PM-1' });
    await pass(1_000);
    expect(server.reads).toBe(3);
    expect(result.current).toMatchObject({ value: 'Second', loading: false });
    expect(result.current.error).toBeUndefined();

    // Asked for on purpose, the error is told.
    act(() => result.current.retry());
    expect(result.current).toMatchObject({ value: 'Second', loading: true });
    await pass(1_000);
    expect(result.current.error?.message).toBe('timeout');
  });

  it('catch up when they are looked at again', async () => {
    const { server, api, rename } = createServer();
    const { result } = showTitle(api);
    await pass(1_000);

    setHidden(true);
    await rename('Second');
    await pass(10_000);
    expect(server.reads).toBe(1);
    setHidden(false);
    await pass(0);
    expect(result.current.value).toBe('Second');

    setHidden(true);
    setHidden(false);
    await pass(1_000);
    expect(server.reads).toBe(2);
  });

  it('care for one postmortem only where they show only one, until they close', async () => {
    const signals = createFakeSignals();
    const refresh = jest.fn();
    const { unmount } = renderHook(() => useChanges(refresh, 'pm-42'), {
      wrapper: provide(createServer().api, signals),
    });

    signals.send('postmortems', { type: 'postmortem', postmortemId: 'PM-4' });
    signals.send('others', { type: 'postmortem', postmortemId: 'PM-42' });
    await pass(1_000);
    expect(refresh).not.toHaveBeenCalled();

    // Several in one go: none may be lost.
    signals.send('postmortems', { type: 'postmortem', postmortemId: 'PM-42' });
    signals.send('postmortems', { type: 'postmortem', postmortemId: 'PM-4' });
    await pass(1_000);
    expect(refresh).toHaveBeenCalledTimes(1);

    signals.send('postmortems', { type: 'postmortem', postmortemId: 'PM-42' });
    unmount();
    signals.send('postmortems', { type: 'postmortem', postmortemId: 'PM-42' });
    await pass(1_000);
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});
