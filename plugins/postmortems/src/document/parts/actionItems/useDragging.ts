import { useState } from 'react';
import type { DragEvent } from 'react';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import type { Move } from './useMoveItem';

/** State while an action item is being dragged. */
export interface Dragging {
  /** Where the dragged item would be dropped relative to this one. */
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

/** Enables reordering action items by drag and drop. */
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
