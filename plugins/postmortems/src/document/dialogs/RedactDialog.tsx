import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { postmortemQueries } from '../../data/queries';
import { useFetch } from '../../data/useLoaded';
import { useSend } from '../../data/mutations';
import { useTexts } from '../../texts/useTexts';
import { FormDialog } from '../../ui/dialogs/FormDialog';
import { ReasonField } from '../../ui/dialogs/ReasonField';
import { FormField } from '../../ui/fields/FormField';
import { focusOnMount } from '../../ui/fields/focusOnMount';
import { useDocument } from '../useDocument';
import { useMutation } from './useMutation';

/** Shorter texts would match parts of many words. */
const MIN_LENGTH = 4;

/** Removes a text from the postmortem and all its related data. */
export function RedactDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTexts();
  const send = useSend();
  const fetch = useFetch();
  const { id } = useDocument().postmortem;
  const { run, busy, error } = useMutation();
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [count, setCount] = useState<number>();

  async function confirm() {
    await run(async () => {
      const { places } = await send('redactPostmortem', {
        params: { id },
        body: { text: text.trim(), reason: reason.trim() },
      });
      setCount(places.reduce((sum, place) => sum + place.occurrences, 0));
      setText('');
      return fetch(postmortemQueries.detail(id));
    });
  }

  return (
    <FormDialog
      title={t('redact.title', { id })}
      confirm={t('redact.action')}
      busy={busy}
      disabled={text.trim().length < MIN_LENGTH || !reason.trim()}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>{t('redact.text')}</Typography>
      <FormField
        label={t('redact.field')}
        helperText={t('redact.fieldHelp')}
        value={text}
        onChange={event => setText(event.target.value)}
        inputRef={focusOnMount}
        required
        multiline
        limit="redactedText"
      />
      <ReasonField value={reason} onChange={setReason} />
      {count !== undefined && (
        <Alert severity="success">{t('redact.done', { count })}</Alert>
      )}
    </FormDialog>
  );
}
