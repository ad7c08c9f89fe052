import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { FrozenDocument } from '../dialogs/FrozenDocument';
import { StatusDialog } from '../lifecycle/StatusDialog';
import { TRANSITIONS } from '../lifecycle/lifecycle';

/** Explains why a published postmortem can't be edited and how to reopen it. */
export function PublishedNotice() {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const [reopen] = TRANSITIONS.published;

  return (
    <Typography variant="body2" gutterBottom>
      {t('document.published.text')}{' '}
      <Button size="small" color="primary" onClick={() => setOpen(true)}>
        {t('document.transition.reopen.action')}
      </Button>
      {open && (
        <FrozenDocument>
          <StatusDialog transition={reopen} onClose={() => setOpen(false)} />
        </FrozenDocument>
      )}
    </Typography>
  );
}
