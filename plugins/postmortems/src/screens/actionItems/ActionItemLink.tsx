import { makeStyles } from '@material-ui/core/styles';
import type {
  ActionItem,
  ListedActionItem,
} from 'backstage-plugin-postmortems-common';
import { addressOf } from '../../document/parts/actionItems/controls/actionItem';
import { postmortemRouteRef } from '../../routes';
import { RestrictedLock } from '../../ui/labels/RestrictedLock';
import { subtleColor } from '../../ui/layout/subtleColor';
import { Link } from '../../ui/navigation/Link';
import { useRouteRef } from '../../ui/navigation/useRouteRef';

const useStyles = makeStyles(theme => ({
  id: {
    color: subtleColor(theme),
    fontVariantNumeric: 'tabular-nums',
    // Wide enough for most ids, so that titles align.
    display: 'inline-block',
    minWidth: theme.spacing(9),
    marginRight: theme.spacing(0.5),
  },
  title: { fontWeight: 500 },
}));

/**
 * Links an action item's id and title to its place in the postmortem, with a lock if it is
 * restricted.
 */
export function ActionItemLink(props: {
  item: Pick<ActionItem, 'id' | 'title'> &
    Partial<Pick<ListedActionItem, 'postmortem'>>;
}) {
  const { item } = props;
  const { id, key } = addressOf(item);
  const classes = useStyles();
  const to = `${useRouteRef(postmortemRouteRef)({ id })}#${key}`;

  return (
    <Link to={to} title={item.title}>
      <span className={classes.id}>{`${item.id} `}</span>
      {item.postmortem?.visibility === 'restricted' && <RestrictedLock />}
      <span className={classes.title}>{item.title}</span>
    </Link>
  );
}
