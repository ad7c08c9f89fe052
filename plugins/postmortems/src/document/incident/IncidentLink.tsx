import type { PostmortemIncident } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { Link } from '../../ui/navigation/Link';

/** An incident by source and key, with a link if it has a URL. */
export function IncidentLink(props: { incident: PostmortemIncident }) {
  const { sourceTitle: source, key, title, url } = props.incident;
  const { t } = useTexts();
  const name = t('incident.named', { source, key });
  return url ? (
    <Link to={url} title={title}>
      {name}
    </Link>
  ) : (
    <span title={title}>{name}</span>
  );
}
