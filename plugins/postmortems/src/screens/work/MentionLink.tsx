import { makeStyles } from '@material-ui/core/styles';
import { truncateText } from 'backstage-plugin-postmortems-common';
import type { Mention } from 'backstage-plugin-postmortems-common';
import { postmortemRouteRef } from '../../routes';
import { RestrictedLock } from '../../ui/labels/RestrictedLock';
import { subtleColor } from '../../ui/layout/subtleColor';
import { Link } from '../../ui/navigation/Link';
import { useRouteRef } from '../../ui/navigation/useRouteRef';

const MAX_LENGTH = 200;

const useStyles = makeStyles(theme => ({
  id: {
    color: subtleColor(theme),
    fontVariantNumeric: 'tabular-nums',
    // Wide enough for most ids, so that texts align.
    display: 'inline-block',
    minWidth: theme.spacing(6),
    marginRight: theme.spacing(0.5),
  },
  text: { fontWeight: 500 },
}));

/** Links the beginning of a comment to its place in the postmortem, with a lock if restricted. */
export function MentionLink(props: { mention: Mention }) {
  const { postmortem, comment } = props.mention;
  const { id, visibility } = postmortem;
  const classes = useStyles();
  const to = `${useRouteRef(postmortemRouteRef)({ id })}#comment-${comment.id}`;
  const text = comment.markdown.replace(/\s+/g, ' ').trim();
  const excerpt =
    text.length > MAX_LENGTH ? `${truncateText(text, MAX_LENGTH)}…` : text;

  return (
    <Link to={to} title={excerpt}>
      <span className={classes.id}>{`${id} `}</span>
      {visibility === 'restricted' && <RestrictedLock />}
      <span className={classes.text}>{excerpt}</span>
    </Link>
  );
}
