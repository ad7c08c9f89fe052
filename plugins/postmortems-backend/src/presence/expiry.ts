/**
 * How long an editor counts as open after its last report, in milliseconds. Browsers report every
 * 20 seconds, so this allows for two missed reports.
 */
export const PRESENCE_EXPIRES_AFTER_MS = 60_000;
