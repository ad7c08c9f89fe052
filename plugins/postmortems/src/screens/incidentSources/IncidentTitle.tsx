import type { Incident } from 'backstage-plugin-postmortems-common';
import { Link } from '../../ui/navigation/Link';

/** Key and title of an incident, linked to the incident tool. */
export function IncidentTitle(props: { incident: Incident }) {
  const { title, key, url } = props.incident;
  const name = `${key} ${title}`;
  return url ? <Link to={url}>{name}</Link> : <span>{name}</span>;
}
