import { InputError } from '@backstage/errors';

/**
 * @param dueAt - the extended deadline
 * @param ruleDueAt - the policy deadline
 * @param field - name of the request field, for the error message
 * @throws InputError if the extension is not later than the policy deadline
 */
export function assertExtensionLater(
  dueAt: Date,
  ruleDueAt: Date,
  field = 'dueAt',
): void {
  if (dueAt <= ruleDueAt) {
    throw new InputError(
      `${field} must be later than the policy deadline, ${ruleDueAt.toISOString()}`,
    );
  }
}
