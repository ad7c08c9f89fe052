import type { ReactNode } from 'react';
import CheckIcon from '@material-ui/icons/Check';
import { makeStyles } from '@material-ui/core/styles';
import {
  EntityDisplayName,
  EntityRefLink,
} from '@backstage/plugin-catalog-react';
import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { Hint } from '../feedback/Hint';
import { linkTo } from '../filters/filter';
import { VisuallyHidden } from '../layout/VisuallyHidden';
import { subtleColor } from '../layout/subtleColor';
import { Link } from '../navigation/Link';
import { useRouteRef } from '../navigation/useRouteRef';
import { GoneNote } from './GoneNote';

const useStyles = makeStyles(theme => ({
  none: { fontStyle: 'italic', color: subtleColor(theme) },
  check: {
    fontSize: theme.typography.pxToRem(16),
    marginLeft: theme.spacing(0.5),
    verticalAlign: 'text-bottom',
  },
}));

/** The owner's name, linked to the list of everything they own. */
function OwnedBy(props: { ownerRef: string; list: 'all' | 'action-items' }) {
  const { ownerRef, list } = props;
  const root = useRouteRef(rootRouteRef)();
  return (
    <Link to={linkTo(`${root}/${list}`, { ownerRef: [ownerRef] })}>
      <EntityDisplayName
        entityRef={ownerRef}
        defaultKind="user"
        hideIcon
        disableTooltip
      />
    </Link>
  );
}

/**
 * The owner, and whether they acknowledged. Without an owner, shows `action` to assign one.
 *
 * @param props - `list`: the list that the owner links to, filtered by owner, instead of the catalog;
 *   `gone`: people to mark as no longer in the catalog
 */
export function OwnerLabel(props: {
  postmortem: Pick<PostmortemSummary, 'ownerRef' | 'ownerAcknowledgedAt'>;
  action?: ReactNode;
  list?: 'all' | 'action-items';
  gone?: ReadonlySet<string>;
}) {
  const { ownerRef, ownerAcknowledgedAt } = props.postmortem;
  const classes = useStyles();
  const { t } = useTexts();

  if (!ownerRef) {
    return (
      <>
        <span className={classes.none}>{t('owner.none')}</span> {props.action}
      </>
    );
  }
  return (
    <>
      {props.list ? (
        <OwnedBy ownerRef={ownerRef} list={props.list} />
      ) : (
        <EntityRefLink entityRef={ownerRef} defaultKind="user" hideIcon />
      )}
      <GoneNote gone={props.gone?.has(ownerRef) ?? false} />
      {ownerAcknowledgedAt && (
        <Hint title={t('owner.acknowledged')}>
          <CheckIcon className={classes.check} aria-hidden />
          <VisuallyHidden>{t('owner.acknowledged')}</VisuallyHidden>
        </Hint>
      )}
      {props.action && <> {props.action}</>}
    </>
  );
}
