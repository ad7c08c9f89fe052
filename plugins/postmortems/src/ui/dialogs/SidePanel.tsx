import type { ReactNode } from 'react';
import Drawer from '@material-ui/core/Drawer';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  paper: {
    width: 360,
    maxWidth: '100%',
    '@media print': { display: 'none' },
  },
});

/** A panel next to the page. It stays mounted while closed. Escape closes it. */
export function SidePanel(props: {
  /** The id of the panel's title. */
  labelledBy: string;
  open: boolean;
  /** Whether the panel covers the page, as in narrow windows. */
  modal: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const { labelledBy, open, modal, onClose, children } = props;
  const classes = useStyles();
  return (
    <Drawer
      anchor="right"
      variant={modal ? 'temporary' : 'persistent'}
      open={open}
      onClose={onClose}
      // The code that opens the panel also restores the focus.
      ModalProps={{ keepMounted: true, disableRestoreFocus: true }}
      PaperProps={{
        component: 'aside',
        'aria-labelledby': labelledBy,
        className: classes.paper,
        onKeyDown: event => {
          if (event.key === 'Escape' && !event.defaultPrevented) onClose();
        },
      }}
    >
      {children}
    </Drawer>
  );
}
