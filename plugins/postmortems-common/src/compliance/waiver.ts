import { z } from 'zod';
import { LIMITS } from '../kernel/limits';
import {
  entityRefSchema,
  lineSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';

/** @public */
export const waiverSchema = z.object({
  reason: lineSchema(LIMITS.reason),
  approverRef: entityRefSchema,
  expiresAt: timestampSchema.optional(),
  grantedAt: timestampSchema,
} satisfies Fields<Waiver>);

/**
 * A granted waiver. After `expiresAt`, the deadline applies again.
 *
 * @public
 */
export interface Waiver {
  reason: string;
  approverRef: string;
  expiresAt?: string;
  grantedAt: string;
}

/** @public */
export const putWaiverSchema = objectSchema<PutWaiver>(
  z.strictObject({
    reason: lineSchema(LIMITS.reason),
    expiresAt: timestampSchema.optional(),
  } satisfies Fields<PutWaiver>),
);

/** Request body of `putWaiver`. @public */
export interface PutWaiver {
  reason: string;
  expiresAt?: string;
}

/** @public */
export const extensionSchema = z.object({
  dueAt: timestampSchema,
  reason: lineSchema(LIMITS.reason),
  approverRef: entityRefSchema,
  grantedAt: timestampSchema,
} satisfies Fields<Extension>);

/**
 * A granted extension of the deadline.
 *
 * @public
 */
export interface Extension {
  dueAt: string;
  reason: string;
  approverRef: string;
  grantedAt: string;
}

/** @public */
export const putExtensionSchema = objectSchema<PutExtension>(
  z.strictObject({
    dueAt: timestampSchema,
    reason: lineSchema(LIMITS.reason),
  } satisfies Fields<PutExtension>),
);

/** Request body of `putExtension`. @public */
export interface PutExtension {
  dueAt: string;
  reason: string;
}

/** @public */
export const withdrawExceptionSchema = objectSchema<WithdrawException>(
  z.strictObject({
    reason: lineSchema(LIMITS.reason),
  } satisfies Fields<WithdrawException>),
);

/** Request body of `deleteWaiver` and `deleteExtension`. @public */
export interface WithdrawException {
  reason: string;
}
