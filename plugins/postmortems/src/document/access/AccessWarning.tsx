import Alert from '@material-ui/lab/Alert';
import {
  EntityDisplayName,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { useTexts } from '../../texts/useTexts';
import { useDocument } from '../useDocument';
import { audienceOf, isIn } from './audience';
import type { Audience } from './audience';
import { useOutsiders } from './useOutsiders';

/**
 * The effect of assigning someone:
 * - `access`: they will be able to see the postmortem
 * - `none`: they are notified or get work, but can't see it
 */
export type NamingEffect = 'access' | 'none';

/** Warns, before saving, if the person to assign can't see the postmortem. */
export function AccessWarning(props: {
  refs: Array<string | undefined>;
  effect: NamingEffect;
  /** Users and groups who can see the postmortem. Omit if everyone can. */
  audience: Audience | undefined;
  /** The postmortem to name in the warning, if the screen shows several. */
  postmortemId?: string;
}) {
  const { effect, audience, postmortemId } = props;
  const outsiders = useOutsiders(
    props.refs.filter(ref => ref !== undefined),
    audience,
  );

  if (outsiders.length === 0) return null;
  return (
    <Alert severity="warning" role="status">
      {outsiders.map(ref => (
        <div key={ref}>
          <Consequence
            entityRef={ref}
            effect={effect}
            postmortemId={postmortemId}
          />
        </div>
      ))}
    </Alert>
  );
}

/** Warns, before saving, if the person to assign can't see the postmortem on the page. */
export function DocumentAccessWarning(props: {
  refs: Array<string | undefined>;
  effect: NamingEffect;
}) {
  const { postmortem } = useDocument();
  return <AccessWarning {...props} audience={audienceOf(postmortem)} />;
}

/** Shows, before saving, which teams get access because they own affected entities. */
export function TeamAccessWarning(props: { teamRefs: string[] }) {
  const { t } = useTexts();
  const audience = audienceOf(useDocument().postmortem);
  const teams = audience
    ? props.teamRefs.filter(ref => !isIn(audience, ref))
    : [];

  if (teams.length === 0) return null;
  return (
    <Alert severity="warning" role="status">
      {teams.map(ref => (
        <div key={ref}>
          {t('access.team', {
            name: <EntityDisplayName entityRef={ref} hideIcon />,
          })}
        </div>
      ))}
    </Alert>
  );
}

function Consequence(props: {
  entityRef: string;
  effect: NamingEffect;
  postmortemId?: string;
}) {
  const { entityRef, effect, postmortemId } = props;
  const { t } = useTexts();
  const { primaryTitle: name } = useEntityPresentation(entityRef);
  const kind = entityRef.startsWith('user:') ? 'user' : 'group';
  return (
    <>
      {postmortemId
        ? t(`access.${effect}Of.${kind}`, { name, id: postmortemId })
        : t(`access.${effect}.${kind}`, { name })}
    </>
  );
}
