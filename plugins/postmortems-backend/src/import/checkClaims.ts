import { InputError } from '@backstage/errors';
import { notBefore, notInFuture } from '../postmortem/checkTimes';
import type { IncidentTimes, Time } from '../postmortem/checkTimes';

/** Times claimed by an import, other than the incident's own. ISO 8601 with an offset. */
export interface ClaimedTimes {
  status: string;
  publishedAt?: string;
  ownerRef?: string;
  ownerAcknowledgedAt?: string;
  waiver?: { expiresAt?: string };
  extension?: { dueAt: string };
  actionItems: { closedAt?: string }[];
}

/**
 * Checks that the claims of an import are plausible: no time is in the future or before the
 * incident, and no publication is before the resolution.
 *
 * @throws InputError naming the field and what it must be
 */
export function checkClaims(
  claims: ClaimedTimes,
  { startedAt, resolvedAt }: Pick<IncidentTimes, 'startedAt' | 'resolvedAt'>,
  now: Date,
): void {
  const { publishedAt, ownerAcknowledgedAt, waiver, extension } = claims;
  if ((claims.status === 'published') !== (publishedAt !== undefined)) {
    throw new InputError(
      `publishedAt ${
        publishedAt ? 'must be omitted' : 'is required'
      } when status is ${claims.status}`,
    );
  }
  if (ownerAcknowledgedAt && !claims.ownerRef) {
    throw new InputError(
      'ownerAcknowledgedAt requires ownerRef. Add ownerRef, or omit ownerAcknowledgedAt',
    );
  }
  const start: Time = ['startedAt', startedAt];
  const happened: Time[] = [
    ['publishedAt', publishedAt],
    ['ownerAcknowledgedAt', ownerAcknowledgedAt],
    ...claims.actionItems.map(
      ({ closedAt }, index): Time => [
        `actionItems[${index}].closedAt`,
        closedAt,
      ],
    ),
  ];
  const granted: Time[] = [
    ['waiver.expiresAt', waiver?.expiresAt],
    ['extension.dueAt', extension?.dueAt],
  ];
  for (const time of happened) notInFuture(time, now);
  for (const time of [...happened, ...granted]) notBefore(time, start);
  for (const time of [happened[0], ...granted]) {
    notBefore(time, ['resolvedAt', resolvedAt]);
  }
}
