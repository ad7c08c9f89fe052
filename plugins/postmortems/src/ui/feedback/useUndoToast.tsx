import { useCallback } from 'react';
import { coreApis, useApiHolder } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { errorText } from '../../data/errors';
import { useTexts } from '../../texts/useTexts';

const TIMEOUT_MS = 10_000;

/**
 * Returns a function that announces a change and offers to undo it. Does nothing in the old
 * frontend system, which has no toasts.
 */
export function useUndoToast(): (change: {
  title: string;
  undo: () => Promise<unknown>;
}) => void {
  const { t } = useTexts();
  const toasts = useApiHolder().get(coreApis.toast);

  return useCallback(
    ({ title, undo }) => {
      if (!toasts) return;
      let close = () => {};
      const undoNow = async () => {
        close();
        try {
          await undo();
        } catch (error) {
          toasts.post({
            title: t('undo.failed'),
            description: errorText(error as Error),
            status: 'danger',
          });
        }
      };
      ({ close } = toasts.post({
        title,
        status: 'success',
        timeout: TIMEOUT_MS,
        description: (
          <Button variant="secondary" onPress={undoNow}>
            {t('undo.action')}
          </Button>
        ),
      }));
    },
    [toasts, t],
  );
}
