import { useState } from 'react';
import type { ReactNode } from 'react';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import Box from '@material-ui/core/Box';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../controls/Button';

export const useFilterButtonStyles = makeStyles(theme => ({
  button: {
    textTransform: 'none',
    fontWeight: 'normal',
    whiteSpace: 'nowrap',
    maxWidth: 280,
    color: theme.palette.text.primary,
    borderColor: theme.palette.divider,
    backgroundColor: theme.palette.background.paper,
    '& .MuiButton-endIcon': { marginLeft: 0, marginRight: theme.spacing(-0.5) },
  },
  active: { borderColor: theme.palette.text.secondary, fontWeight: 600 },
  value: { overflow: 'hidden', textOverflow: 'ellipsis' },
  paper: {
    minWidth: 200,
    maxWidth: 360,
    maxHeight: 420,
    marginTop: theme.spacing(0.5),
  },
}));

/** A button that shows a filter's value and opens its editor. */
export function FilterButton(props: {
  label: string;
  /** Current value, if set. */
  value?: ReactNode;
  onClear: () => void;
  children: ReactNode;
}) {
  const { label, value, onClear, children } = props;
  const classes = useFilterButtonStyles();
  const { t } = useTexts();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const active = value !== undefined;

  return (
    <>
      <Button
        size="small"
        variant="outlined"
        className={`${classes.button} ${active ? classes.active : ''}`}
        endIcon={<ArrowDropDownIcon />}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <span className={classes.value}>
          {label}
          {active && <>: {value}</>}
        </span>
      </Button>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={{
          className: classes.paper,
          role: 'dialog',
          'aria-label': label,
        }}
      >
        <Box p={1.5}>
          {children}
          {active && (
            <Box mt={1}>
              <Button size="small" onClick={onClear}>
                {t('filters.clearOne')}
              </Button>
            </Box>
          )}
        </Box>
      </Popover>
    </>
  );
}
