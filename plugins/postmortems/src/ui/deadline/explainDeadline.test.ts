import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import type {
  Deadline,
  SeverityChange,
} from 'backstage-plugin-postmortems-common';
import german from '../../texts/de';
import { postmortemsTranslationRef } from '../../texts/ref';
import type { TellText } from '../../texts/useTexts';
import { explainDeadline } from './explainDeadline';

interface Explained {
  input: { severityHistory?: SeverityChange[] };
  deadline: Deadline;
}

// The backend's explanations are tested against the same file.
const explained: Explained[] = JSON.parse(
  readFileSync(
    resolve(__dirname, '../../../../../test/fixtures/explained-deadlines.json'),
    'utf8',
  ),
);

const english = mockApis
  .translation()
  .getTranslation(postmortemsTranslationRef) as unknown as { t: TellText };
const inGerman = mockApis.translation().getTranslation(
  createTranslationRef({
    id: 'german',
    messages: german as Record<string, string>,
  }),
) as unknown as { t: TellText };

describe('explainDeadline', () => {
  it.each(
    explained.map(each => [each.deadline.explanation.sentence, each] as const),
  )('says in English what the API says: %s', (sentence, each) => {
    const { deadline, input } = each;
    for (const locale of ['en-GB', undefined]) {
      const { t } = english;
      const { severityHistory } = input;
      expect(explainDeadline({ deadline, severityHistory, t, locale })).toBe(
        sentence,
      );
    }
  });

  function germanOf(beginning: string, part: string) {
    const found = explained.find(
      ({ deadline: { explanation } }) =>
        explanation.sentence.startsWith(beginning) &&
        explanation.sentence.includes(part),
    )!;
    return explainDeadline({
      deadline: found.deadline,
      severityHistory: found.input.severityHistory,
      t: inGerman.t,
      locale: 'de',
    });
  }

  it('uses the date format of the other dates on the screen', () => {
    const { deadline } = explained[0];
    expect(
      explainDeadline({ deadline, t: english.t, locale: 'en-US' }),
    ).toMatch(/^Due [A-Z][a-z]{2}, [A-Z][a-z]{2} \d+, \d{4}, end of day/);
  });

  it('uses the language of the portal', () => {
    expect(germanOf('Due Mon 23 Mar 2026, end of day', 'raised from')).toBe(
      'Fällig am Mo., 23. März 2026, Ende des Tages (New York): 5 Werktage nach der Behebung am Fr., 13. März, für SEV-2 (von SEV-3 angehoben um 09:10 Uhr); nicht gezählt: Sa., 14. März, So., 15. März, Do., 19. März (Extra day off), Sa., 21. März und So., 22. März.',
    );
    expect(germanOf('Due Fri 27 Mar 2026, 17:00', 'extended from')).toMatch(
      /^Fällig am Fr\., 27\. März 2026, 17:00 Uhr \(New York\): verlängert; ohne Verlängerung Mo\., 23\. März 2026, Ende des Tages, das sind 5 Werktage nach der Behebung am Fr\., 13\. März, für SEV-2;/,
    );
    expect(germanOf('Due', 'later lowered')).toContain(
      'für SEV-2 (später auf SEV-4 gesenkt, was die Frist nicht verlängert);',
    );
  });
});
