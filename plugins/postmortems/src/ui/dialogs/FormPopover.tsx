import type { FormEvent, ReactNode } from 'react';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../controls/Button';
import { LimitedFields, useTextLimits } from '../fields/textLimits';
import { useWriting } from './useWriting';

const useStyles = makeStyles(theme => ({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    width: 320,
    maxWidth: '100%',
    padding: theme.spacing(2),
  },
  actions: {
    display: 'flex',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
  },
}));

/** A small form next to the value it edits. Enter or the button saves, Escape cancels. */
export function FormPopover(props: {
  anchorEl: HTMLElement;
  label: string;
  busy: boolean;
  disabled?: boolean;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { anchorEl, label, busy, onSave, onClose } = props;
  const classes = useStyles();
  const { t } = useTexts();

  const limits = useTextLimits();
  const disabled = props.disabled || limits.tooLong;
  const writing = useWriting();
  const close = () => writing.close(onClose);

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    // React events bubble to surrounding forms and rows.
    event.stopPropagation();
    if (!busy && !disabled) onSave();
  }

  return (
    <>
      <Popover
        open
        anchorEl={anchorEl}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={close}
        PaperProps={{ role: 'dialog', 'aria-label': label }}
      >
        <form
          className={classes.form}
          noValidate
          onSubmit={onSubmit}
          onChange={writing.onChange}
        >
          <LimitedFields report={limits.report}>{props.children}</LimitedFields>
          <div className={classes.actions}>
            <Button size="small" onClick={close}>
              {t('document.dialog.cancel')}
            </Button>
            <Button
              type="submit"
              size="small"
              color="primary"
              variant="contained"
              disabled={busy || disabled}
            >
              {t('document.dialog.save')}
            </Button>
          </div>
        </form>
      </Popover>
      {writing.dialog}
    </>
  );
}
