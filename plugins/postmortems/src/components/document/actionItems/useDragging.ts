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

import { useState } from 'react';
import type { DragEvent } from 'react';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import type { Move } from './useMoveItem';

/** An action item on its way to another place, held by the pointer. */
export interface Dragging {
  /** Where the item would come to stand if it was let go over this one. */
  edgeOf: (item: ActionItem) => 'before' | 'after' | undefined;
  isDragged: (item: ActionItem) => boolean;
  handleProps: (item: ActionItem) => {
    draggable: true;
    onDragStart: (event: DragEvent<HTMLElement>) => void;
    onDragEnd: () => void;
  };
  rowProps: (item: ActionItem) => {
    onDragOver: (event: DragEvent<HTMLElement>) => void;
    onDrop: (event: DragEvent<HTMLElement>) => void;
  };
}

/** Lets action items be dragged to another place among them. */
export function useDragging(items: ActionItem[], move: Move): Dragging {
  const [dragged, setDragged] = useState<ActionItem>();
  const [over, setOver] = useState<string>();
  const placeOf = (id: string | undefined) =>
    items.findIndex(item => item.id === id);

  function stop() {
    setDragged(undefined);
    setOver(undefined);
  }
  return {
    isDragged: item => item.id === dragged?.id,
    edgeOf: item => {
      if (!dragged || over !== item.id || item.id === dragged.id) {
        return undefined;
      }
      return placeOf(item.id) < placeOf(dragged.id) ? 'before' : 'after';
    },
    handleProps: item => ({
      draggable: true,
      onDragStart: event => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', item.id);
        const row = event.currentTarget.closest('tbody');
        if (row) event.dataTransfer.setDragImage(row, 0, 0);
        setDragged(item);
      },
      onDragEnd: stop,
    }),
    rowProps: item => ({
      onDragOver: event => {
        if (!dragged) return;
        event.preventDefault();
        setOver(item.id);
      },
      onDrop: event => {
        if (!dragged) return;
        event.preventDefault();
        move(dragged, placeOf(item.id));
        stop();
      },
    }),
  };
}
