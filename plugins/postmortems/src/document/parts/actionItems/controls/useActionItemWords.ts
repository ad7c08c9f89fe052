import { useMemo } from 'react';
import { useLocale } from '../../../../texts/useLocale';
import { useTexts } from '../../../../texts/useTexts';
import {
  errorsOfMessage,
  inWordsOfForm,
} from '../../../../ui/fields/fieldErrors';

/** Fields that server errors can name. */
const FIELDS = [
  'title',
  'description',
  'ownerRef',
  'dueAt',
  'statusReason',
  'dueReason',
] as const;

export type ActionItemField = (typeof FIELDS)[number];

/** Why an action item couldn't be changed. */
export interface ActionItemProblem {
  message: string;
  /** The invalid field, if the message names one. */
  field?: ActionItemField;
}

/** Labels for action item fields, and texts for errors about them. */
export function useActionItemWords() {
  const { t } = useTexts();
  const locale = useLocale();

  return useMemo(() => {
    const labels = Object.fromEntries(
      FIELDS.map(field => [field, t(`actionItem.field.${field}`)]),
    ) as Record<ActionItemField, string>;

    /** Translates a server error and finds the field it is about. */
    function problemOf(message: string): ActionItemProblem {
      const [[field]] = Object.entries(errorsOfMessage(message, FIELDS));
      return {
        message: inWordsOfForm(message, labels, locale),
        field: FIELDS.find(each => each === field),
      };
    }

    return { labels, problemOf };
  }, [t, locale]);
}
