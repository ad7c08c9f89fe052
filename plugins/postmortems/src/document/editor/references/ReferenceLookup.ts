/** An entity, postmortem or action item that a text can refer to. */
export interface Referable {
  /** Such as `user:default/grace`, `PM-12` or `PM-12/A3`. */
  id: string;
  title: string;
}

/** Finds what a text can refer to. A signal ends a search that is no longer needed. */
export interface ReferenceLookup {
  /** People and groups first. */
  entities: (term: string, signal: AbortSignal) => Promise<Referable[]>;
  postmortems: (term: string, signal: AbortSignal) => Promise<Referable[]>;
  /** The action items of a postmortem, such as `PM-12`. */
  actionItems: (
    postmortem: string,
    signal: AbortSignal,
  ) => Promise<Referable[]>;
}
