import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import CommentIcon from '@material-ui/icons/ChatBubbleOutline';
import type { CommentAnchor } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { PlainButton } from '../../ui/controls/PlainButton';
import { subtleColor } from '../../ui/layout/subtleColor';
import { QUIET_MARKER } from './quietMarker';
import { useComments } from './useComments';
import { usePartTitle } from './usePartTitle';

const useStyles = makeStyles(theme => ({
  root: {
    flexShrink: 0,
    gap: theme.spacing(0.5),
    minWidth: 26,
    height: 26,
    padding: theme.spacing(0, 0.5),
    borderRadius: 13,
    fontSize: theme.typography.caption.fontSize,
    fontVariantNumeric: 'tabular-nums',
    color: subtleColor(theme),
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': {
      opacity: 1,
      outline: `2px solid ${theme.palette.primary.main}`,
    },
    '@media print': { display: 'none' },
  },
  some: {
    padding: theme.spacing(0, 1),
    fontWeight: 600,
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.action.selected,
  },
  // Placed last, because it would leave a gap while hidden.
  quiet: { order: 2, opacity: 0, '@media (hover: none)': { opacity: 0.6 } },
  icon: { fontSize: theme.typography.pxToRem(16) },
}));

/** Comment icon next to a part of the page, with the number of open comments. */
export function CommentMarker(props: { anchor: CommentAnchor }) {
  const { anchor } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { canComment, countOpen, open } = useComments();
  const part = usePartTitle()(anchor);
  const count = countOpen(anchor);

  if (count === 0 && !canComment) return null;
  const label =
    count > 0
      ? t('comments.openOn', { count, part })
      : t('comments.on', { part });
  return (
    <Tooltip title={label}>
      <PlainButton
        className={[
          classes.root,
          count > 0 ? classes.some : `${classes.quiet} ${QUIET_MARKER}`,
        ].join(' ')}
        aria-label={label}
        onClick={() => open({ kind: 'part', anchor })}
      >
        <CommentIcon className={classes.icon} />
        {count > 0 && count}
      </PlainButton>
    </Tooltip>
  );
}
