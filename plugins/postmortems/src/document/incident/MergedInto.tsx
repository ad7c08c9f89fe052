import type { PostmortemIncident } from 'backstage-plugin-postmortems-common';
import { postmortemRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { SubtleText } from '../../ui/layout/SubtleText';
import { Link } from '../../ui/navigation/Link';
import { useRouteRef } from '../../ui/navigation/useRouteRef';

/** The incident that this one was merged into, with a link to its postmortem if possible. */
export function MergedInto(props: { incident: PostmortemIncident }) {
  const { mergedInto } = props.incident;
  const { t } = useTexts();
  const linkTo = useRouteRef(postmortemRouteRef);

  if (!mergedInto) return null;
  const { key, url, postmortemId: id } = mergedInto;
  const to = id ? linkTo({ id }) : url;
  const name = id ?? key;
  return (
    <SubtleText variant="caption">
      {t('incident.mergedInto', {
        link: to ? <Link to={to}>{name}</Link> : name,
      })}
    </SubtleText>
  );
}
