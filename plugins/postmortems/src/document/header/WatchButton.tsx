import WatchingIcon from '@material-ui/icons/NotificationsActive';
import WatchIcon from '@material-ui/icons/NotificationsNone';
import { useSend } from '../../data/mutations';
import { useTexts } from '../../texts/useTexts';
import { IconButton } from '../../ui/controls/IconButton';
import { useCurrentUser } from '../../ui/fields/useCurrentUser';
import { useMutation } from '../dialogs/useMutation';
import { useDocument } from '../useDocument';

/** Starts or stops watching. */
export function WatchButton() {
  const { t } = useTexts();
  const send = useSend();
  const { id, watching } = useDocument().postmortem;
  const isSomebody = useCurrentUser() !== undefined;
  const { run, busy, error } = useMutation();

  if (!isSomebody) return null;
  return (
    <>
      <IconButton
        tooltip={t(watching ? 'watching.watchingHint' : 'watching.watchHint')}
        color={watching ? 'primary' : 'default'}
        label={t('watching.watch')}
        aria-pressed={watching}
        onClick={() => {
          if (busy) return;
          run(() =>
            watching
              ? send('unwatch', { params: { id } })
              : send('watch', { params: { id } }),
          );
        }}
      >
        {watching ? <WatchingIcon /> : <WatchIcon />}
      </IconButton>
      {error && <span role="alert">{error}</span>}
    </>
  );
}
