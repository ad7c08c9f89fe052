import { useCallback } from 'react';
import type { SourceFactField } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { useFieldWords } from '../../ui/fields/useFieldWords';

/** Labels for facts that a source can provide. */
export function useFactLabel(): (field: SourceFactField) => string {
  const { t } = useTexts();
  const { labels } = useFieldWords();
  return useCallback(
    field =>
      field === 'severityHistory' ? t('fields.severity') : labels[field],
    [t, labels],
  );
}
