/**
 * Finds each team's direct parents: its ancestors, without those that are ancestors of another one.
 * Teams in a cycle don't count as each other's ancestors.
 *
 * @param ancestors - the ancestors of each team, without the team itself
 */
export function parentsAmong(
  teamRefs: string[],
  ancestors: Map<string, Set<string>>,
): Map<string, string[]> {
  const above = (team: string) =>
    [...(ancestors.get(team) ?? [])].filter(
      ancestor => !ancestors.get(ancestor)?.has(team),
    );
  return new Map(
    teamRefs.map(team => {
      const all = above(team);
      const higher = new Set(all.flatMap(above));
      return [team, all.filter(ancestor => !higher.has(ancestor)).sort()];
    }),
  );
}
