import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import { postmortemRouteRef } from '../../routes';
import { subtleColor } from '../layout/subtleColor';
import { Link } from '../navigation/Link';
import { useRouteRef } from '../navigation/useRouteRef';
import { RestrictedLock } from './RestrictedLock';

const useStyles = makeStyles(theme => ({
  id: {
    color: subtleColor(theme),
    fontVariantNumeric: 'tabular-nums',
    // Wide enough for most ids, so that titles align.
    display: 'inline-block',
    minWidth: theme.spacing(6),
    marginRight: theme.spacing(0.5),
  },
  title: { fontWeight: 500 },
}));

/** Links id and title of a postmortem, with a lock if restricted. */
export function PostmortemLink(props: {
  postmortem: Pick<PostmortemSummary, 'id' | 'title' | 'visibility'>;
  /** The title with marks, if it has any. */
  children?: ReactNode;
}) {
  const { id, title, visibility } = props.postmortem;
  const classes = useStyles();
  const to = useRouteRef(postmortemRouteRef)({ id });

  return (
    <Link to={to} title={title}>
      <span className={classes.id}>{`${id} `}</span>
      {visibility === 'restricted' && <RestrictedLock />}
      <span className={classes.title}>{props.children ?? title}</span>
    </Link>
  );
}
