/** Whether no group is responsible, only users or nobody. */
export function isTeamless(teamRefs: string[]): boolean {
  return !teamRefs.some(ref => ref.startsWith('group:'));
}

/** SQL condition for teamless postmortems. Matches the condition of a partial index. */
export const TEAMLESS = 'postmortems.teamless';

/** SQL condition for action items that no group owns, in teamless postmortems. */
export const TEAMLESS_ITEM = `postmortems.teamless and (action_items.owner_ref is null or action_items.owner_ref not like 'group:%')`;
