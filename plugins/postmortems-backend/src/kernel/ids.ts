/** The number in an id such as `PM-42`. The id must be valid. */
export function numberOf(id: string): number {
  return Number(id.slice('PM-'.length));
}

export function idOf(number: number): string {
  return `PM-${number}`;
}
