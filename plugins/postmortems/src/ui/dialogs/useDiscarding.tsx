import type { ReactNode } from 'react';
import { useTexts } from '../../texts/useTexts';
import { useConfirm } from './useConfirm';

/** Asks before unsaved text is discarded. */
export function useDiscarding(): {
  /** Discards right away if there is nothing unsaved. */
  discard: (isUnsaved: boolean, onDiscard: () => void) => void;
  dialog: ReactNode;
} {
  const { t } = useTexts();
  const { ask, dialog } = useConfirm();
  return {
    discard: (isUnsaved, onDiscard) => {
      if (!isUnsaved) {
        onDiscard();
        return;
      }
      ask({
        text: t('document.item.discard'),
        yes: t('document.item.discardYes'),
        no: t('document.item.discardNo'),
        onYes: onDiscard,
      });
    },
    dialog,
  };
}
