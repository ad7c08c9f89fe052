import { postmortemQueries } from '../../data/queries';
import { useFetch } from '../../data/useLoaded';
import { useSend } from '../../data/mutations';
import { useTexts } from '../../texts/useTexts';
import { useMutation } from '../dialogs/useMutation';
import { useDocument } from '../useDocument';
import { ConfirmImportsForm } from './ConfirmImportsForm';

/** Confirms an import's claims. */
export function ConfirmImportDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTexts();
  const send = useSend();
  const fetch = useFetch();
  const { postmortem, thaw } = useDocument();
  const { id, revision } = postmortem;
  const { run, busy, error } = useMutation();

  async function confirm(reason: string | undefined) {
    const done = await run(async () => {
      const { results } = await send('confirmImports', {
        body: { items: [{ id, revision }], reason },
      });
      const after = await fetch(postmortemQueries.detail(id));
      const refused = results[0].error;
      if (!refused) return after;
      thaw?.(after);
      throw new Error(
        refused.name === 'StaleRevisionError'
          ? t('document.changedByOthers')
          : refused.message,
      );
    });
    if (done) onClose();
  }

  return (
    <ConfirmImportsForm
      title={t('imported.dialogTitle', { id })}
      busy={busy}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
