import {
  createTranslationMessages,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  postmortemsTitlesTranslationRef,
  postmortemsTranslationRef,
} from 'backstage-plugin-postmortems';
import { pseudoText } from './pseudoText';

function pseudoTextsOf(ref: TranslationRef) {
  // Backstage has no public API for listing a translation ref's default texts.
  const english = (
    ref as unknown as { getDefaultMessages(): Record<string, string> }
  ).getDefaultMessages();
  return createTranslationMessages({
    ref,
    messages: Object.fromEntries(
      Object.entries(english).map(([name, text]) => [name, pseudoText(text)]),
    ),
  });
}

export const pseudoTexts = [
  postmortemsTranslationRef,
  postmortemsTitlesTranslationRef,
].map(ref => pseudoTextsOf(ref as unknown as TranslationRef));
