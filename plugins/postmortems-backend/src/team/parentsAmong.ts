/**
 * Finds which teams are directly above each team: its ancestors that are above no other of its
 * ancestors. Teams in a cycle are not above each other.
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
