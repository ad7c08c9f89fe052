import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../texts/useTexts';
import { subtleColor } from '../ui/layout/subtleColor';
import { revealMarker } from './comments/quietMarker';
import { anchorOf } from './parts';
import type { OutlineKey } from './parts';
import { useDocument } from './useDocument';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    position: 'relative',
    scrollMarginTop: theme.spacing(3),
    '&:hover $link, & $link:focus': { opacity: 1 },
    '&:hover $quiet, & $quiet:focus-within': { opacity: 1 },
    ...revealMarker,
  },
  text: { margin: 0, minWidth: 0 },
  link: {
    position: 'absolute',
    left: `-${theme.spacing(2.5)}px`,
    color: subtleColor(theme),
    textDecoration: 'none',
    opacity: 0,
    '@media print': { display: 'none' },
    // Touch screens can't hover.
    '@media (hover: none)': { opacity: 1 },
  },
  actions: { order: 1, '@media print': { display: 'none' } },
  // Hidden until the heading is hovered.
  quiet: { opacity: 0, '@media (hover: none)': { opacity: 1 } },
}));

/** Heading with a link to itself. */
export function Heading(props: {
  sectionKey: OutlineKey;
  level: 3 | 4;
  children: string;
  actions?: ReactNode;
  /** Shown next to the actions. Always visible. */
  marker?: ReactNode;
}) {
  const { sectionKey, level, children, actions, marker } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { editing } = useDocument();
  const id = anchorOf(sectionKey);

  return (
    <div id={id} className={classes.root}>
      <Typography
        variant={level === 3 ? 'h5' : 'subtitle1'}
        component="a"
        href={`#${id}`}
        className={classes.link}
        aria-label={t('document.linkTo', { title: children })}
      >
        #
      </Typography>
      <Typography
        id={`${id}-heading`}
        className={classes.text}
        variant={level === 3 ? 'h5' : 'subtitle1'}
        component={level === 3 ? 'h3' : 'h4'}
      >
        {children}
      </Typography>
      {actions && (
        <div className={`${classes.actions} ${editing ? '' : classes.quiet}`}>
          {actions}
        </div>
      )}
      {marker}
    </div>
  );
}
