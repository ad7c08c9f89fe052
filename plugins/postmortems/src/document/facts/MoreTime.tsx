import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { FormField } from '../../ui/fields/FormField';
import { useMayCorrect } from '../dialogs/useMayCorrect';
import Alert from '@material-ui/lab/Alert';
import type { ChangeNeeds } from 'backstage-plugin-postmortems-common';

/**
 * Whether a change that moves the deadline later can be saved: it requires no reason, or a reason
 * was entered.
 */
export function isJustified(needs: ChangeNeeds, reason: string): boolean {
  return needs === 'nothing' || (needs === 'reason' && reason.trim() !== '');
}

/** Asks for the reason for a change that moves the deadline later, or explains who can make it. */
export function MoreTime(props: {
  needs: ChangeNeeds;
  reason: string;
  onReason: (reason: string) => void;
  /** Server error about the reason. */
  error?: string;
  /** Switches to a correction. */
  onCorrect: () => void;
}) {
  const { needs, reason, onReason, error, onCorrect } = props;
  const { t } = useTexts();
  const mayCorrect = useMayCorrect();

  if (needs === 'correction') {
    return (
      <Alert
        severity="info"
        action={
          mayCorrect && (
            <Button color="inherit" size="small" onClick={onCorrect}>
              {t('document.correction.open')}
            </Button>
          )
        }
      >
        {t(
          mayCorrect
            ? 'document.correction.mine'
            : 'document.correction.needsOthers',
        )}
      </Alert>
    );
  }
  if (needs === 'nothing' && !error) return null;
  return (
    <FormField
      label={t('fields.reason')}
      helperText={t('document.correction.needsReason')}
      error={error}
      value={reason}
      onChange={event => onReason(event.target.value)}
      required
      limit="reason"
    />
  );
}
