import { useCallback, useMemo } from 'react';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { errorsOfMessage, inWordsOfForm } from './fieldErrors';
import type { FieldErrors } from './fieldErrors';

/** Fields for incident facts in forms, by API name. */
export const FACT_FIELDS = [
  'title',
  'severity',
  'severityReason',
  'reason',
  'entityRefs',
  'startedAt',
  'detectedAt',
  'mitigatedAt',
  'resolvedAt',
  'meetingHeldAt',
  'outcome',
  'visibility',
  'ownerRef',
  'commanderRef',
  'contributors',
  'labels',
  'links',
] as const;

export type FactField = (typeof FACT_FIELDS)[number];

const MUST_BE_GIVEN = ['title', 'severity', 'entityRefs', 'startedAt'] as const;

/** Labels for fact fields, and texts for errors about them. */
export function useFieldWords() {
  const { t } = useTexts();
  const locale = useLocale();

  const labels = useMemo(
    () =>
      Object.fromEntries(
        FACT_FIELDS.map(field => [field, t(`fields.${field}`)]),
      ) as Record<FactField, string>,
    [t],
  );

  /** Describes schema errors. Required fields that are empty have their own texts. */
  const describe = useCallback(
    (errors: FieldErrors, values: Record<string, unknown>): FieldErrors => {
      const described: FieldErrors = {};
      for (const [field, message] of Object.entries(errors)) {
        const missing = MUST_BE_GIVEN.find(each => each === field);
        described[field] =
          missing && isEmpty(values[field])
            ? t(`fields.missing.${missing}`)
            : inWordsOfForm(message, labels, locale);
      }
      return described;
    },
    [t, labels, locale],
  );

  /** Assigns a server message to the field it names. */
  const place = useCallback(
    (message: string): FieldErrors => {
      const placed = errorsOfMessage(message, FACT_FIELDS);
      return Object.fromEntries(
        Object.entries(placed).map(([field, text]) => [
          field,
          inWordsOfForm(text, labels, locale),
        ]),
      );
    },
    [labels, locale],
  );

  return { labels, describe, place };
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length === 0
    : value === undefined || value === null || String(value).trim() === '';
}
