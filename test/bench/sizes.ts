/** The company to measure. */
export const SIZES = {
  entities: 10_000,
  /** Five levels deep, each team with up to four sub-teams. */
  teams: 300,
  /** Action items per postmortem, on every tenth one. */
  actionItems: 10,
  withActionItems: 10,
  /** In the sections of each postmortem. */
  words: 1_500,
};

/** As many rows as there are postmortems, for the baseline. */
export const FLOOR_TABLE = 'bench_floor';
