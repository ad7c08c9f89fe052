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

import { LIMITS } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { SeverityField } from '../fields/SeverityField';
import { FactsDeadline } from './FactsDeadline';
import type { FactsForm } from './useFactsForm';
import { FormField } from '../fields/FormField';

/** The severity, why it changes, and the deadline that follows. */
export function SeverityFields(props: { form: FactsForm }) {
  const { form } = props;
  const { facts, set, errors } = form;
  const { t } = useTexts();

  return (
    <>
      <SeverityField
        value={facts.severity}
        onChange={severity => set('severity', severity)}
        error={errors.severity}
      />
      <FormField
        label={t('fields.severityReason')}
        error={errors.severityReason}
        helperText={t('fields.severityReasonHelp')}
        value={facts.severityReason}
        onChange={event => set('severityReason', event.target.value)}
        inputProps={{ maxLength: LIMITS.line }}
      />
      <FactsDeadline form={form} />
    </>
  );
}
