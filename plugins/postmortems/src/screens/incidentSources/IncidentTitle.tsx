import type { Incident } from 'backstage-plugin-postmortems-common';
import { Link } from '../../ui/navigation/Link';

/** An incident's key and title, linked to the incident tool. */
export function IncidentTitle(props: { incident: Incident }) {
  const { title, key, url } = props.incident;
  const name = `${key} ${title}`;
  return url ? <Link to={url}>{name}</Link> : <span>{name}</span>;
}
