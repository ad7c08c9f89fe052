/**
 * The packages of Backstage that a lockfile has in more than one version.
 *
 * @returns their versions by name
 */
export function findDuplicates(lockfile: string): Map<string, string[]> {
  const versions = new Map<string, string[]>();
  for (const [, name, version] of lockfile.matchAll(
    /^ {2}resolution: "(@backstage\/[^@"]+)@npm:([^"]+)"$/gm,
  )) {
    versions.set(name, [...(versions.get(name) ?? []), version]);
  }
  return new Map([...versions].filter(([, all]) => all.length > 1));
}
