import { useState } from 'react';
import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import EditIcon from '@material-ui/icons/Edit';
import { Button } from '../../../../ui/controls/Button';
import { IconButton } from '../../../../ui/controls/IconButton';
import { useFocusRing } from '../../../../ui/focus/useFocusRing';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    maxWidth: '100%',
    '&:hover $edit, & $edit:focus-visible': { opacity: 1, marginRight: 0 },
  },
  // Wraps if the value and its button don't fit on one line.
  wrap: { flexWrap: 'wrap', columnGap: theme.spacing(0.5) },
  value: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  edit: {
    padding: 2,
    marginLeft: 4,
    // Hidden until hovered. The negative margin keeps it from taking up space while hidden.
    opacity: 0,
    marginRight: -24,
    // Touch screens can't hover.
    '@media (hover: none)': { opacity: 1, marginRight: 0 },
    '@media print': { display: 'none' },
  },
  icon: { fontSize: theme.typography.pxToRem(16) },
  give: {
    minWidth: 0,
    marginLeft: theme.spacing(-0.5),
    padding: theme.spacing(0, 0.5),
    fontSize: 'inherit',
    textTransform: 'none',
    whiteSpace: 'nowrap',
    '@media print': { display: 'none' },
  },
}));

/** A value with a button to edit it. */
export function InlineEdit(props: {
  children: ReactNode;
  /** Accessible name of the button. */
  label: string;
  /** The button's text if there is no value. */
  give?: string;
  form: (anchorEl: HTMLElement, close: () => void) => ReactNode;
}) {
  const { children, label, give, form } = props;
  const classes = useStyles();
  const focusRing = useFocusRing();
  const [anchor, setAnchor] = useState<HTMLElement>();

  return (
    <span className={`${classes.root} ${give ? classes.wrap : ''}`}>
      <span className={classes.value}>{children}</span>
      {give ? (
        <Button
          size="small"
          color="primary"
          className={classes.give}
          {...focusRing}
          aria-label={label}
          aria-haspopup="dialog"
          onClick={event => setAnchor(event.currentTarget)}
        >
          {give}
        </Button>
      ) : (
        <IconButton
          className={classes.edit}
          label={label}
          aria-haspopup="dialog"
          onClick={event => setAnchor(event.currentTarget)}
        >
          <EditIcon className={classes.icon} />
        </IconButton>
      )}
      {anchor && form(anchor, () => setAnchor(undefined))}
    </span>
  );
}
