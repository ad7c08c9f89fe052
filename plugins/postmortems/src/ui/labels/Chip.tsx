import MuiChip from '@material-ui/core/Chip';
import type { ChipProps } from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  // Removes the margin that Backstage's theme adds.
  root: { maxWidth: '100%', margin: 0 },
  // Material UI's `clickable` prop would give the link the role of a button.
  link: {
    cursor: 'pointer',
    '&:hover, &:focus-visible': { backgroundColor: theme.palette.action.hover },
  },
}));

/** A small chip. With `href`, it is a link that opens in a new tab. */
export function Chip(
  props: Pick<ChipProps, 'label' | 'icon' | 'variant'> & { href?: string },
) {
  const { href, ...look } = props;
  const classes = useStyles();
  return href ? (
    <MuiChip
      size="small"
      {...look}
      className={`${classes.root} ${classes.link}`}
      component="a"
      href={href}
      target="_blank"
      rel="noopener noreferrer"
    />
  ) : (
    <MuiChip size="small" {...look} className={classes.root} />
  );
}
