import type { Query, QueryClient } from '@tanstack/react-query';
import type { SignalApi } from '@backstage/plugin-signals-react';
import { POSTMORTEMS_CHANNEL } from 'backstage-plugin-postmortems-common';
import type { PostmortemSignal } from 'backstage-plugin-postmortems-common';
import { ROOT } from './queries';

/**
 * How long to collect changes before refetching, in milliseconds. A change made in this tab arrives
 * twice, as a response and as a signal, and changes often come in groups.
 */
const GATHER_TIME = 300;

/**
 * How long to wait after the last save of a section before refetching its postmortem, in
 * milliseconds.
 */
const WRITING_PAUSE = 5_000;

/** A change to one postmortem or, without an id, to any. */
export interface Change {
  postmortemId?: string;
}

/** Refetches the data on screen when it changes on the server. */
export interface Refresher {
  /**
   * Invalidates queries that a change may affect, and soon refetches those on a screen.
   *
   * @param isCached - whether the cached postmortem already includes the change
   */
  changed(change: Change, isCached?: boolean): void;
  /** Delays refetching a postmortem while one of its sections is being written. */
  sectionSaved(postmortemId: string): void;
  /** Listens to backend signals until the returned function is called. */
  listen(signals: SignalApi | undefined): () => void;
}

type Signal = Partial<PostmortemSignal>;

const upper = (id: string) => id.toLocaleUpperCase('en-US');

interface Input {
  params?: { id?: string };
}

/** The postmortem that a query is about; undefined for lists and reports. */
function subjectOf({ queryKey }: Pick<Query, 'queryKey'>): string | undefined {
  const [, , input] = queryKey as [string, string, Input | undefined];
  return input?.params?.id && upper(input.params.id);
}

/** Presence changes independently of the text and has its own signal. */
function isPresence({ queryKey }: Pick<Query, 'queryKey'>): boolean {
  return queryKey[1] === 'listPresence';
}

function isDetail({ queryKey }: Pick<Query, 'queryKey'>): boolean {
  return queryKey[1] === 'getPostmortem';
}

/** Queries affected by each save of a section: the postmortem and its history. */
function isOfPage(query: Pick<Query, 'queryKey'>): boolean {
  return isDetail(query) || query.queryKey[1] === 'listHistory';
}

export function createRefresher(client: QueryClient): Refresher {
  /**
   * Changes that haven't been refetched yet, each with whether to refetch the postmortem itself.
   */
  const pending = new Map<string | undefined, boolean>();
  const writing = new Map<string, ReturnType<typeof setTimeout>>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function isAffected(query: Query): boolean {
    const subject = subjectOf(query);
    if (isPresence(query)) return false;
    if (isOfPage(query) && subject && writing.has(subject)) return false;
    return [...pending].some(
      ([id, withDetail]) =>
        (!id || !subject || id === subject) && (withDetail || !isDetail(query)),
    );
  }

  /** Refetches now or, in a background tab, once the tab becomes visible. */
  function flush() {
    timer = undefined;
    if (document.hidden || pending.size === 0) return;
    client.invalidateQueries({ queryKey: [ROOT], predicate: isAffected });
    pending.clear();
  }

  function changed({ postmortemId }: Change, isCached = false) {
    const id = postmortemId && upper(postmortemId);
    pending.set(id, !isCached || pending.get(id) === true);
    client.invalidateQueries({
      queryKey: [ROOT],
      predicate: isAffected,
      refetchType: 'none',
    });
    timer ??= setTimeout(flush, GATHER_TIME);
  }

  function sectionSaved(postmortemId: string) {
    const id = upper(postmortemId);
    clearTimeout(writing.get(id));
    writing.set(
      id,
      setTimeout(() => {
        writing.delete(id);
        client.invalidateQueries({
          queryKey: [ROOT],
          predicate: query => isOfPage(query) && subjectOf(query) === id,
        });
      }, WRITING_PAUSE),
    );
  }

  function presenceChanged({ postmortemId }: Signal) {
    client.invalidateQueries({
      queryKey: [ROOT],
      predicate: query =>
        isPresence(query) &&
        subjectOf(query) === (postmortemId && upper(postmortemId)),
    });
  }

  /**
   * Number of listening screens. They share one subscription, so that each signal is handled once.
   */
  let listeners = 0;
  let stop: (() => void) | undefined;

  function start(signals: SignalApi | undefined) {
    const subscription = signals?.subscribe<Signal>(
      POSTMORTEMS_CHANNEL,
      message => {
        if (message.type === 'presence') presenceChanged(message);
        else changed(message);
      },
    );
    const onVisible = () => {
      if (timer === undefined) flush();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      subscription?.unsubscribe();
      document.removeEventListener('visibilitychange', onVisible);
    };
  }

  return {
    changed,
    sectionSaved,
    listen(signals) {
      listeners += 1;
      if (listeners === 1) stop = start(signals);
      return () => {
        listeners -= 1;
        if (listeners === 0) stop?.();
      };
    },
  };
}
