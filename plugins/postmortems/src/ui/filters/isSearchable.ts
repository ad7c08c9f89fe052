/** Whether a search can find anything: it contains letters or digits, or is empty. */
export function isSearchable(search: string | undefined): boolean {
  return !search?.trim() || /[\p{L}\p{N}]/u.test(search);
}
