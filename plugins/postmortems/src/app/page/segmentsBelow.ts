/** The decoded path segments below `root`. Empty for the root and for other paths. */
export function segmentsBelow(root: string, pathname: string): string[] {
  const base = `${root.replace(/\/$/, '')}/`;
  if (!`${pathname}/`.startsWith(base)) return [];
  return pathname.slice(base.length).split('/').filter(Boolean).map(decode);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
