import {
  TicketRefusedError,
  TrackerUnavailableError,
  retryAfterSeconds,
} from 'backstage-plugin-postmortems-node';

/** An octokit error, with a response if GitHub sent one. */
export interface GitHubError extends Error {
  status: number;
  response?: {
    headers: Record<string, string | number | undefined>;
    data?: unknown;
  };
}

/** GitHub's documented minimum wait if a rate limit response states no duration. */
const SECONDARY_LIMIT_SECONDS = 60;

/** Whether octokit threw an error. Works across copies of the package. */
export function isGitHubError(error: unknown): error is GitHubError {
  return error instanceof Error && 'status' in error;
}

/** Converts an octokit error to a tracker error. Returns other errors unchanged. */
export function toTrackerError(error: unknown, where: string): unknown {
  if (!isGitHubError(error)) return error;
  if (!error.response) {
    return new TrackerUnavailableError('GitHub is unreachable');
  }
  const { status, message } = error;
  const seconds = limitedFor(error);
  if (seconds !== undefined) {
    return new TrackerUnavailableError('GitHub rate limit reached', {
      retryAfterSeconds: seconds,
    });
  }
  if (status >= 500) {
    return new TrackerUnavailableError(`GitHub responded with ${status}`);
  }
  switch (status) {
    case 401:
      return new TicketRefusedError(
        `GitHub rejected the credentials for ${where}. Check integrations.github in app-config`,
      );
    case 403:
      return new TicketRefusedError(
        `The credentials for ${where} lack a permission: ${message}`,
      );
    case 404:
      return new TicketRefusedError(
        `Repository ${where} not found, or its credentials cannot access it`,
      );
    case 410:
      return new TicketRefusedError(`Issues are disabled in ${where}`);
    default:
      return new TicketRefusedError(`GitHub rejected the request: ${message}`);
  }
}

/** Seconds to wait if GitHub reports a rate limit. */
function limitedFor(error: GitHubError): number | undefined {
  const { status, message } = error;
  if (status !== 403 && status !== 429) return undefined;
  const header = (name: string) => {
    const value = error.response?.headers[name];
    return value === undefined ? undefined : String(value);
  };
  const asked = retryAfterSeconds(header);
  if (asked !== undefined) return asked;
  if (header('x-ratelimit-remaining') === '0') {
    const reset = Number(header('x-ratelimit-reset'));
    const now = Date.parse(header('date') ?? '') / 1_000;
    return Math.max(1, Math.ceil(reset - now)) || SECONDARY_LIMIT_SECONDS;
  }
  return status === 429 || /rate limit/i.test(message)
    ? SECONDARY_LIMIT_SECONDS
    : undefined;
}
