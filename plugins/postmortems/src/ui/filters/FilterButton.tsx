import type { ReactNode } from 'react';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import Box from '@material-ui/core/Box';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../controls/Button';
import { PopoverButton } from '../controls/PopoverButton';

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
  const active = value !== undefined;

  return (
    <PopoverButton
      name={label}
      label={
        <span className={classes.value}>
          {label}
          {active && <>: {value}</>}
        </span>
      }
      look={{
        variant: 'outlined',
        className: `${classes.button} ${active ? classes.active : ''}`,
        endIcon: <ArrowDropDownIcon />,
      }}
    >
      {() => (
        <>
          {children}
          {active && (
            <Box mt={1}>
              <Button size="small" onClick={onClear}>
                {t('filters.clearOne')}
              </Button>
            </Box>
          )}
        </>
      )}
    </PopoverButton>
  );
}
