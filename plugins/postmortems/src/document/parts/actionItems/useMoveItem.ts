import { useCallback, useRef, useState } from 'react';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { failureOf } from '../../../data/failures';
import { useSend } from '../../../data/mutations';
import { useRequest } from '../../../ui/feedback/useRequest';
import { useTexts } from '../../../texts/useTexts';
import { useDocument } from '../../useDocument';
import { addressOf } from './controls/actionItem';

/** Moves an action item to a position, counted from 0. Ignores positions out of bounds. */
export type Move = (item: ActionItem, place: number) => void;

/**
 * Moves action items, one at a time. Retries if someone else changed the item, because a new
 * position can't conflict with other changes.
 */
export function useMoveItem(): {
  move: Move;
  /** The result of the last move, for screen readers. */
  announcement: string;
  error?: string;
} {
  const sendChange = useSend();
  const { t } = useTexts();
  const { actionItems } = useDocument().postmortem;
  const { run, failure } = useRequest();
  const [announcement, setAnnouncement] = useState('');
  const busy = useRef(false);

  const move = useCallback<Move>(
    async (item, place) => {
      const from = actionItems.findIndex(({ id }) => id === item.id);
      if (busy.current || place === from) return;
      if (place < 0 || place >= actionItems.length) return;

      const send = (ifMatch: number) =>
        sendChange('updateActionItem', {
          params: addressOf(item),
          body: { position: place },
          ifMatch,
        });
      busy.current = true;
      const moved = await run(() =>
        send(item.revision).catch(thrown => {
          const stale = failureOf(thrown);
          if (stale.kind !== 'stale') throw thrown;
          return send((stale.current as ActionItem).revision);
        }),
      );
      busy.current = false;
      if (!moved) return;
      setAnnouncement(
        t('actionItem.list.moved', {
          id: item.id,
          place: String(place + 1),
          total: String(actionItems.length),
        }),
      );
    },
    [sendChange, run, t, actionItems],
  );

  return {
    move,
    announcement,
    error:
      failure?.kind === 'stale' ? t('actionItem.changed') : failure?.message,
  };
}
