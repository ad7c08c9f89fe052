import type { ReactNode } from 'react';
import { act, renderHook } from '@testing-library/react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { TestApiProvider } from '@backstage/test-utils';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { createFakePostmortemsApi } from '../testing/fakePostmortemsApi';
import { aPostmortem } from '../testing/fixtures';
import { refusal } from '../testing/refusal';
import { useSend } from './mutations';
import { postmortemsApiRef } from './postmortemsApiRef';
import { postmortemQueries } from './queries';
import { useLoaded } from './useLoaded';

/** A signals API that tests can send with. */
function createFakeSignals() {
  const subscribers = new Set<(message: object) => void>();
  return {
    send: (postmortemId: string) =>
      subscribers.forEach(each => each({ type: 'postmortem', postmortemId })),
    count: () => subscribers.size,
    subscribe: (channel: string, onMessage: (message: object) => void) => {
      if (channel === 'postmortems') subscribers.add(onMessage);
      return { unsubscribe: () => subscribers.delete(onMessage) };
    },
  };
}

/** A postmortem on a server that counts how often it and its list are read. */
function createServer() {
  const server = { title: 'First', reads: 0, listReads: 0, isDown: false };
  const current = () => aPostmortem({ title: server.title });
  const fail = () => {
    if (server.isDown) throw new Error('timeout');
  };
  const api = createFakePostmortemsApi({
    getPostmortem: async () => {
      server.reads += 1;
      fail();
      return current();
    },
    listPostmortems: async () => {
      server.listReads += 1;
      return { items: [], totalItems: 0, pageInfo: {} };
    },
    updatePostmortem: async ({ body }) => {
      fail();
      server.title = body?.title ?? server.title;
      return current();
    },
    putSection: async ({ params, body }) => ({
      key: params.key,
      markdown: body.markdown,
      revision: 1,
    }),
    mergePostmortem: async () => aPostmortem({ id: 'PM-7' }),
    watch: async () => {
      throw refusal(404, 'NotFoundError', 'There is no postmortem PM-42');
    },
  });
  return { server, api };
}

/** A screen with a postmortem and a list; `seen` has every title that it showed. */
function open(api: PostmortemsApi, signals: object = createFakeSignals()) {
  const seen: (string | undefined)[] = [];
  const wrapper = (props: { children: ReactNode }) => (
    <TestApiProvider
      apis={[
        [postmortemsApiRef, api],
        [signalApiRef, signals],
      ]}
    >
      {props.children}
    </TestApiProvider>
  );
  const screen = renderHook(
    () => {
      const send = useSend();
      const detail = useLoaded(postmortemQueries.detail('PM-42'));
      useLoaded(postmortemQueries.list({}));
      const title = detail.loading ? 'loading' : detail.value?.title;
      if (seen[seen.length - 1] !== title) seen.push(title);
      return { ...detail, send };
    },
    { wrapper },
  );
  const rename = (title: string) =>
    screen.result.current.send('updatePostmortem', {
      params: { id: 'PM-42' },
      body: { title },
      ifMatch: 1,
    });
  return { ...screen, seen, rename };
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

describe('data on a screen', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    setHidden(false);
    jest.useRealTimers();
  });

  it('take the answer to a change, and refetch only the rest, once', async () => {
    const { server, api } = createServer();
    const { seen, rename } = open(api);
    await pass(1_000);
    await act(async () => {
      await rename('Second');
      await rename('Third');
    });
    await pass(1_000);
    expect(server).toMatchObject({ reads: 1, listReads: 2 });
    expect(seen).toEqual(['loading', 'First', 'Third']);
  });

  it('are refetched when the answer to a change is another postmortem', async () => {
    const { server, api } = createServer();
    const { result } = open(api);
    await pass(1_000);
    await act(async () => {
      await result.current.send('mergePostmortem', {
        params: { id: 'PM-42' },
        body: { intoId: 'PM-7', reason: 'Duplicate' },
        ifMatch: 1,
      });
    });
    await pass(1_000);
    expect(server).toMatchObject({ reads: 2, listReads: 2 });
  });

  it('are not refetched after a change that was refused', async () => {
    const { server, api } = createServer();
    const { rename } = open(api);
    await pass(1_000);
    server.isDown = true;
    await expect(rename('Second')).rejects.toThrow('timeout');
    await pass(1_000);
    expect(server).toMatchObject({ reads: 1, listReads: 1 });
  });

  it('are refetched after a refusal because the postmortem is gone', async () => {
    const { server, api } = createServer();
    const { result } = open(api);
    await pass(1_000);
    await act(() =>
      expect(
        result.current.send('watch', { params: { id: 'PM-42' } }),
      ).rejects.toThrow(),
    );
    await pass(1_000);
    expect(server.reads).toBe(2);
  });

  it('show what others changed, and stay where that cannot be loaded', async () => {
    const { server, api } = createServer();
    const signals = createFakeSignals();
    const { result, seen } = open(api, signals);
    await pass(1_000);

    server.title = 'Second';
    signals.send('PM-42');
    signals.send('PM-42');
    await pass(1_000);
    expect(seen).toEqual(['loading', 'First', 'Second']);
    expect(server.reads).toBe(2);

    server.isDown = true;
    signals.send('PM-42');
    await pass(1_000);
    expect(server.reads).toBe(3);
    expect(result.current.value?.title).toBe('Second');
    expect(result.current.error).toBeUndefined();
  });

  it('keep a postmortem when another one changes', async () => {
    const { server, api } = createServer();
    const signals = createFakeSignals();
    open(api, signals);
    await pass(1_000);
    signals.send('PM-4');
    await pass(1_000);
    expect(server).toMatchObject({ reads: 1, listReads: 2 });
  });

  it('wait for a pause before a page is refetched while its sections are saved', async () => {
    const { server, api } = createServer();
    const signals = createFakeSignals();
    const { result } = open(api, signals);
    await pass(1_000);
    for (const markdown of ['One', 'One two', 'One two three']) {
      await act(async () => {
        await result.current.send('putSection', {
          params: { id: 'PM-42', key: 'summary' },
          body: { markdown },
          ifMatch: 0,
        });
      });
      signals.send('PM-42');
      await pass(2_000);
      const [summary] = result.current.value!.sections;
      expect(summary.markdown).toBe(markdown);
    }
    expect(server.reads).toBe(1);
    await pass(5_000);
    expect(server.reads).toBe(2);
  });

  it('catch up when their tab is looked at again', async () => {
    const { server, api } = createServer();
    const signals = createFakeSignals();
    const { result } = open(api, signals);
    await pass(1_000);

    setHidden(true);
    server.title = 'Second';
    signals.send('PM-42');
    await pass(10_000);
    expect(server.reads).toBe(1);
    setHidden(false);
    await pass(10);
    expect(result.current.value?.title).toBe('Second');

    setHidden(true);
    setHidden(false);
    await pass(1_000);
    expect(server.reads).toBe(2);
  });

  it('subscribe to signals once, while they are shown', async () => {
    const { api } = createServer();
    const signals = createFakeSignals();
    const screens = [open(api, signals), open(api, signals)];
    expect(signals.count()).toBe(1);
    screens[0].unmount();
    expect(signals.count()).toBe(1);
    screens[1].unmount();
    expect(signals.count()).toBe(0);
  });

  it('abort their request when the screen closes', async () => {
    let signal: AbortSignal | undefined;
    const api: PostmortemsApi = {
      ...createServer().api,
      getPostmortem: (_, options) => {
        signal = options?.signal;
        return new Promise(() => {});
      },
    };
    const { unmount } = open(api);
    await pass(10);
    expect(signal?.aborted).toBe(false);
    unmount();
    expect(signal?.aborted).toBe(true);
  });
});
