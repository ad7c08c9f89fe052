import type { ComplianceException } from 'backstage-plugin-postmortems-common';

/** An exception before it is stored. */
export type NewComplianceException = Omit<
  ComplianceException,
  'id' | 'postmortemId'
>;

/**
 * Kinds that are listed in the exceptions report but left out of the count shown next to rates,
 * because nobody granted or claimed anything.
 */
const NOT_COUNTED: ComplianceException['kind'][] = [
  'source-report',
  'restored',
];

/** Whether an exception is included in the count shown next to rates. */
export function counts({ kind }: Pick<ComplianceException, 'kind'>): boolean {
  return !NOT_COUNTED.includes(kind);
}
