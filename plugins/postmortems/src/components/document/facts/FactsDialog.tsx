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
import { FormDialog } from '../dialogs/FormDialog';
import { ContributorsField } from '../fields/ContributorsField';
import { EntityPicker } from '../fields/EntityPicker';
import { focusOnMount } from '../fields/focusOnMount';
import { LabelsField } from '../fields/LabelsField';
import { LinksField } from '../fields/LinksField';
import { OutcomeField } from '../fields/OutcomeField';
import { UserPicker } from '../fields/UserPicker';
import { VisibilityField } from '../fields/VisibilityField';
import { useDocument } from '../hooks/useDocument';
import { ClashNotice } from './ClashNotice';
import type { FactGroup } from './facts';
import { FactsDeadline } from './FactsDeadline';
import { SeverityFields } from './SeverityFields';
import { TimesGroup } from './TimesGroup';
import { useFactsForm } from './useFactsForm';
import type { FactsForm } from './useFactsForm';
import { FormField } from '../fields/FormField';

/** Changes the facts that belong together; errors stand beside their field. */
export function FactsDialog(props: { group: FactGroup; onClose: () => void }) {
  const { group, onClose } = props;
  const { t } = useTexts();
  const form = useFactsForm();

  async function confirm() {
    if (await form.save()) onClose();
  }

  return (
    <FormDialog
      title={t(`document.facts.${group}`)}
      confirm={t('document.dialog.save')}
      busy={form.busy}
      error={form.errors['']}
      onConfirm={confirm}
      onClose={onClose}
    >
      {form.clashes.length > 0 && <ClashNotice form={form} />}
      <GroupFields group={group} form={form} />
    </FormDialog>
  );
}

function GroupFields(props: { group: FactGroup; form: FactsForm }) {
  const { group, form } = props;
  const { facts, set, errors } = form;
  const { teamRefs } = useDocument().postmortem;
  const { t } = useTexts();

  switch (group) {
    case 'title':
      return (
        <>
          <FormField
            label={t('fields.title')}
            value={facts.title}
            onChange={event => set('title', event.target.value)}
            error={errors.title}
            required
            inputRef={focusOnMount}
            inputProps={{ maxLength: LIMITS.title }}
          />
          <OutcomeField
            value={facts.outcome}
            onChange={outcome => set('outcome', outcome)}
          />
          <VisibilityField
            value={facts.visibility}
            onChange={visibility => set('visibility', visibility)}
            error={errors.visibility}
          />
          <LabelsField
            value={facts.labels}
            onChange={labels => set('labels', labels)}
            error={errors.labels}
          />
        </>
      );
    case 'severity':
      return <SeverityFields form={form} />;
    case 'times':
      return <TimesGroup form={form} />;
    case 'entities':
      return (
        <>
          <EntityPicker
            label={t('fields.entityRefs')}
            helperText={t('fields.entityHelp')}
            value={facts.entityRefs}
            onChange={refs => set('entityRefs', refs)}
            error={errors.entityRefs}
            required
            initialFocus
          />
          <FactsDeadline form={form} />
        </>
      );
    case 'people':
      return (
        <>
          <UserPicker
            label={t('fields.commanderRef')}
            helperText={t('fields.commanderHelp')}
            value={facts.commanderRef}
            onChange={ref => set('commanderRef', ref)}
            teamRefs={teamRefs}
            error={errors.commanderRef}
            initialFocus
          />
          <ContributorsField
            value={facts.contributors}
            onChange={contributors => set('contributors', contributors)}
            teamRefs={teamRefs}
            error={errors.contributors}
          />
        </>
      );
    default:
      return (
        <LinksField
          value={facts.links}
          onChange={links => set('links', links)}
          error={errors.links}
        />
      );
  }
}
