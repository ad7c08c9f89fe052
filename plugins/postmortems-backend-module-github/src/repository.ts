/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

/** A repository on a GitHub, which need not be github.com. */
export interface Repository {
  host: string;
  owner: string;
  repo: string;
}

/** An issue of a repository. */
export interface IssueRef extends Repository {
  number: number;
}

const GITHUB = 'github.com';
const NAME = '[A-Za-z0-9][A-Za-z0-9._-]*';
const HOST = '[A-Za-z0-9.-]+(?::\\d+)?';
const REPOSITORY = new RegExp(`^(?:(${HOST})/)?(${NAME})/(${NAME})$`);
const KEY = /^(.+)#([1-9]\d{0,9})$/;
const PATH = new RegExp(`^/(${NAME})/(${NAME})/issues/([1-9]\\d{0,9})/?$`);

/** Reads `acme/shop`, or with the host in front where that is not github.com. */
export function parseRepository(text: string): Repository | undefined {
  const [, host = GITHUB, owner, repo] = REPOSITORY.exec(text) ?? [];
  return owner && repo ? { host, owner, repo } : undefined;
}

/** Reads a key such as `acme/shop#12`. */
export function parseIssueKey(key: string): IssueRef | undefined {
  const [, name = '', number] = KEY.exec(key) ?? [];
  const repository = parseRepository(name);
  return repository && { ...repository, number: Number(number) };
}

/** Reads the address of an issue. */
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
