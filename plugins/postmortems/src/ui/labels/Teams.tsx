import { EntityRefs } from './EntityRefs';
import { TeamName } from './TeamName';

/** The owning teams, or "No team" with the users who own the affected services. */
export function Teams(props: { teamRefs: string[]; max?: number }) {
  const { teamRefs, max } = props;
  const groups = teamRefs.filter(ref => ref.startsWith('group:'));
  if (groups.length > 0) return <EntityRefs entityRefs={groups} max={max} />;
  const [first] = teamRefs;
  return first ? (
    <TeamName teamRef={first}>
      <EntityRefs entityRefs={teamRefs} max={max} />
    </TeamName>
  ) : null;
}
