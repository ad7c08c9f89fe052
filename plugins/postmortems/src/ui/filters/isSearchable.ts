/** Whether a search has letters or digits. Others find nothing. */
export function isSearchable(search: string | undefined): boolean {
  return !search?.trim() || /[\p{L}\p{N}]/u.test(search);
}
