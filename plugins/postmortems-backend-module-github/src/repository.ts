/** A repository on github.com or another GitHub host. */
export interface Repository {
  host: string;
  owner: string;
  repo: string;
}

/** An issue in a repository. */
export interface IssueRef extends Repository {
  number: number;
}

const GITHUB = 'github.com';
const NAME = '[A-Za-z0-9][A-Za-z0-9._-]*';
const HOST = '[A-Za-z0-9.-]+(?::\\d+)?';
const REPOSITORY = new RegExp(`^(?:(${HOST})/)?(${NAME})/(${NAME})$`);
const KEY = /^(.+)#([1-9]\d{0,9})$/;
const PATH = new RegExp(`^/(${NAME})/(${NAME})/issues/([1-9]\\d{0,9})/?$`);

/** Parses `acme/shop` or, for hosts other than github.com, `host/acme/shop`. */
export function parseRepository(text: string): Repository | undefined {
  const [, host = GITHUB, owner, repo] = REPOSITORY.exec(text) ?? [];
  return owner && repo ? { host, owner, repo } : undefined;
}

/** Parses a key such as `acme/shop#12`. */
export function parseIssueKey(key: string): IssueRef | undefined {
  const [, name = '', number] = KEY.exec(key) ?? [];
  const repository = parseRepository(name);
  return repository && { ...repository, number: Number(number) };
}

/** Parses an issue's URL. */
export function parseIssueUrl(address: string): IssueRef | undefined {
  if (!URL.canParse(address)) return undefined;
  const { host, pathname } = new URL(address);
  const [, owner, repo, number] = PATH.exec(pathname) ?? [];
  return owner ? { host, owner, repo, number: Number(number) } : undefined;
}

export function nameOf({ host, owner, repo }: Repository): string {
  return `${host === GITHUB ? '' : `${host}/`}${owner}/${repo}`;
}

export function keyOf(issue: IssueRef): string {
  return `${nameOf(issue)}#${issue.number}`;
}
