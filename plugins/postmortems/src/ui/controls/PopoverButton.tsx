import { useState } from 'react';
import type { ReactNode } from 'react';
import Box from '@material-ui/core/Box';
import type { ButtonProps } from '@material-ui/core/Button';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import { Button } from './Button';

const useStyles = makeStyles(theme => ({
  paper: {
    minWidth: 200,
    maxWidth: 360,
    maxHeight: 420,
    marginTop: theme.spacing(0.5),
  },
}));

/** A button that opens a small panel below it. Escape closes the panel. */
export function PopoverButton(props: {
  /** Accessible name of the panel. */
  name: string;
  label: ReactNode;
  look: Pick<ButtonProps, 'variant' | 'className' | 'startIcon' | 'endIcon'>;
  /** Renders the panel. */
  children: (close: () => void) => ReactNode;
}) {
  const { name, label, look, children } = props;
  const classes = useStyles();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const close = () => setAnchor(undefined);

  return (
    <>
      <Button
        size="small"
        {...look}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {label}
      </Button>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={{
          className: classes.paper,
          role: 'dialog',
          'aria-label': name,
        }}
      >
        <Box p={1.5}>{children(close)}</Box>
      </Popover>
    </>
  );
}
