/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { DateTime } from 'luxon';
import { useLocale, useTexts } from '../../../translation';
import { useFieldWords } from '../fields/useFieldWords';
import type { Facts } from './facts';
import type { FactsForm } from './useFactsForm';

/** Someone else changed the same fields: what they say now, and the way to take that over. */
export function ClashNotice(props: { form: FactsForm }) {
  const { clashes, facts, saved, set } = props.form;
  const { t } = useTexts();
  const locale = useLocale();
  const { labels } = useFieldWords();

  return (
    <Alert severity="warning">
      <Typography variant="body2" gutterBottom>
        {t('document.facts.clash')}
      </Typography>
      {clashes.map(field => (
        <Typography key={field} variant="body2">
          {t('document.facts.theirValue', {
            field: labels[field],
            value:
              valueInWords(saved[field], locale) || t('document.facts.emptied'),
          })}{' '}
          {facts[field] !== saved[field] && (
            <Button
              size="small"
              onClick={() => set(field, saved[field])}
              aria-label={t('document.facts.takeTheirs', {
                field: labels[field],
              })}
            >
              {t('document.merge.theirs')}
            </Button>
          )}
        </Typography>
      ))}
    </Alert>
  );
}

/** A value of any field, short enough for a line. */
function valueInWords(
  value: Facts[keyof Facts],
  locale: string | undefined,
): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) {
    return value
      .map(each => {
        if (typeof each === 'string') return each;
        return 'url' in each ? each.url : `${each.userRef} (${each.role})`;
      })
      .join(', ');
  }
  const time = /^\d{4}-\d\d-\d\dT/.test(value) && DateTime.fromISO(value);
  return time && time.isValid
    ? time.toLocaleString(DateTime.DATETIME_MED, { locale })
    : value;
}
