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

import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { postmortemsTranslationRef } from '../../../translation';
import { ComplianceStatusLabel } from '../../shared';
import { useDocument } from '../hooks/useDocument';
import { publishChecklist } from '../model/checklist';
import { Card } from './Card';
import { ChecklistItems } from './ChecklistItems';

/** Stands where the deadline does while the page is edited: what is left until publishing. */
export function PublishChecklist() {
  const { t } = useTranslationRef(postmortemsTranslationRef);
  const { postmortem } = useDocument();
  const items = publishChecklist(postmortem);
  const left = items.filter(item => !item.done).length;

  return (
    <Card
      label={t('document.checklist.title')}
      title={
        <>
          {t('document.checklist.title')}
          {': '}
          <span aria-live="polite">
            {left === 0
              ? t('document.checklist.complete')
              : t('document.checklist.left', { count: left })}
          </span>
        </>
      }
      aside={<ComplianceStatusLabel postmortem={postmortem} />}
    >
      <Typography variant="body2" component="div">
        <ChecklistItems items={items} />
      </Typography>
    </Card>
  );
}
