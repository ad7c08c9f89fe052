import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import MuiDialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    // Without this, the label of an outlined field at the very top would be cut off.
    paddingTop: theme.spacing(1),
  },
}));

let dialogs = 0;

export function Dialog(props: {
  title: string;
  actions?: ReactNode;
  /** If set, the dialog is a form. */
  form?: {
    onSubmit: (event: FormEvent) => void;
    onChange: (event: FormEvent) => void;
  };
  onClose: () => void;
  children?: ReactNode;
}) {
  const { title, actions, form, onClose, children } = props;
  const classes = useStyles();
  const [titleId] = useState(() => `postmortem-dialog-${++dialogs}`);
  const parts = (
    <>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      {children && (
        <DialogContent className={classes.content}>{children}</DialogContent>
      )}
      {actions && <DialogActions>{actions}</DialogActions>}
    </>
  );
  return (
    <MuiDialog
      open
      fullWidth
      maxWidth="sm"
      onClose={onClose}
      aria-labelledby={titleId}
    >
      {form ? (
        <form noValidate {...form}>
          {parts}
        </form>
      ) : (
        parts
      )}
    </MuiDialog>
  );
}
