/** A fault to simulate. */
export type FaultRequest =
  | { fault: 'step-clock'; /** In milliseconds. */ offset: number }
  /** Runs on the plugin's connection. */
  | { fault: 'statement'; sql: string }
  | { fault: 'hold-connections'; milliseconds: number };
