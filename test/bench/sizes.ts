/** The company to measure. */
export const SIZES = {
  /**
   * A multiple of the number of teams, so that the catalog's owners of each service own all of its
   * postmortems. Otherwise the plugin would change the teams of all open ones during a measurement.
   */
  entities: 10_200,
  /** Five levels deep, each team with up to four sub-teams. */
  teams: 300,
  /** Action items per postmortem, on every tenth one. */
  actionItems: 10,
  withActionItems: 10,
};

/** Words in the sections of all postmortems together: filling takes a few minutes. */
const ALL_WORDS = 15_000_000;
/** Words in the sections of each postmortem, if there are few. */
const WORDS = 1_500;

/** The default number of words per postmortem. */
export function defaultWords(postmortems: number): number {
  return Math.min(WORDS, Math.ceil(ALL_WORDS / postmortems));
}

/** As many rows as there are postmortems, for the baseline. */
export const FLOOR_TABLE = 'bench_floor';
