import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { postmortemRouteRef } from '../../routes';
import { Link } from '../navigation/Link';
import { useRouteRef } from '../navigation/useRouteRef';

/** A link to an entity, by its name. */
export function EntityReference(props: { entity: string }) {
  return <EntityRefLink entityRef={props.entity} hideIcon />;
}

/** A link to a postmortem or one of its action items, as it was typed. */
export function PostmortemReference(props: {
  id: string;
  actionItem?: string;
}) {
  const { id, actionItem } = props;
  const path = useRouteRef(postmortemRouteRef)({ id });
  return actionItem ? (
    <Link to={`${path}#${actionItem}`}>{`${id}/${actionItem}`}</Link>
  ) : (
    <Link to={path}>{id}</Link>
  );
}
