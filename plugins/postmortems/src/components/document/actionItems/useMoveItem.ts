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

import { useCallback, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { useTexts } from '../../../translation';
import { addressOf } from '../../actionItems/parts';
import { useDocument } from '../hooks/useDocument';
import { failureOf } from '../model/failures';
import { withActionItem, withActionItemAt } from '../model/items';

/** Puts an action item at another place, from 0; out of bounds does nothing. */
export type Move = (item: ActionItem, place: number) => void;

/**
 * Moves action items, one after the other. The new order is shown at once, and taken back where
 * the server refuses it. What someone else changed in the item meanwhile is no reason against it.
 */
export function useMoveItem(): {
  move: Move;
  /** Where the item moved last is now, for those who cannot see it. */
  announcement: string;
  error?: string;
} {
  const api = useApi(postmortemsApiRef);
  const { t } = useTexts();
  const { postmortem, apply } = useDocument();
  const { actionItems } = postmortem;
  const [announcement, setAnnouncement] = useState('');
  const [error, setError] = useState<string>();
  const busy = useRef(false);

  const move = useCallback<Move>(
    async (item, place) => {
      const from = actionItems.findIndex(({ id }) => id === item.id);
      if (busy.current || place === from) return;
      if (place < 0 || place >= actionItems.length) return;

      const send = (ifMatch: number) =>
        api.updateActionItem({
          params: addressOf(item),
          body: { position: place },
          ifMatch,
        });
      busy.current = true;
      setError(undefined);
      apply(current => withActionItemAt(current, item, place));
      try {
        const moved = await send(item.revision).catch(thrown => {
          const failure = failureOf(thrown);
          if (failure.kind !== 'stale') throw thrown;
          return send((failure.current as ActionItem).revision);
        });
        apply(current => withActionItem(current, moved));
        setAnnouncement(
          t('actionItem.list.moved', {
            id: item.id,
            place: String(place + 1),
            total: String(actionItems.length),
          }),
        );
      } catch (thrown) {
        const failure = failureOf(thrown);
        apply(current => withActionItemAt(current, item, from));
        setError(
          failure.kind === 'stale' ? t('actionItem.changed') : failure.message,
        );
      } finally {
        busy.current = false;
      }
    },
    [api, t, apply, actionItems],
  );

  return { move, announcement, error };
}
