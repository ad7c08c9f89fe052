/** Whether a search contains letters or digits. Without them, it finds nothing. */
export function isSearchable(search: string | undefined): boolean {
  return !search?.trim() || /[\p{L}\p{N}]/u.test(search);
}
