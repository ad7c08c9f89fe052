import { useState } from 'react';
import { useTexts } from '../../texts/useTexts';
import { FormDialog } from '../../ui/dialogs/FormDialog';
import { ContributorsField } from '../../ui/fields/ContributorsField';
import { EntityPicker } from '../../ui/fields/EntityPicker';
import { FormField } from '../../ui/fields/FormField';
import { LabelsField } from '../../ui/fields/LabelsField';
import { LinksField } from '../../ui/fields/LinksField';
import { OutcomeField } from '../../ui/fields/OutcomeField';
import { UserPicker } from '../../ui/fields/UserPicker';
import { VisibilityField } from '../../ui/fields/VisibilityField';
import { focusOnMount } from '../../ui/fields/focusOnMount';
import { AccessWarning, DocumentAccessWarning } from '../access/AccessWarning';
import { involvedIn } from '../access/audience';
import { CorrectFactsDialog } from '../dialogs/CorrectFactsDialog';
import { FrozenDocument } from '../dialogs/FrozenDocument';
import { useDocument } from '../useDocument';
import { ClashNotice } from './ClashNotice';
import { FactsDeadline } from './FactsDeadline';
import { isJustified } from './MoreTime';
import { SeverityFields } from './SeverityFields';
import { TimesGroup } from './TimesGroup';
import type { FactGroup } from './facts';
import { useFactsForm } from './useFactsForm';
import type { FactsForm } from './useFactsForm';

/** Edits a group of facts, and shows errors next to their fields. */
export function FactsDialog(props: { group: FactGroup; onClose: () => void }) {
  const { group, onClose } = props;
  const { t } = useTexts();
  const form = useFactsForm(group);
  const [correcting, setCorrecting] = useState(false);

  async function confirm() {
    if (await form.save()) onClose();
  }

  if (correcting) {
    const { startedAt, resolvedAt } = form.facts;
    return (
      <FrozenDocument>
        <CorrectFactsDialog
          initial={{ startedAt, resolvedAt }}
          onClose={onClose}
        />
      </FrozenDocument>
    );
  }
  return (
    <FormDialog
      title={t(`document.facts.${group}`)}
      confirm={t('document.dialog.save')}
      busy={form.busy}
      disabled={!isJustified(form.needs, form.facts.reason)}
      error={form.errors['']}
      unsaved={form.isDirty}
      onConfirm={confirm}
      onClose={() => {
        form.discard();
        onClose();
      }}
    >
      {form.clashes.length > 0 && <ClashNotice form={form} />}
      <GroupFields
        group={group}
        form={form}
        onCorrect={() => setCorrecting(true)}
      />
    </FormDialog>
  );
}

function GroupFields(props: {
  group: FactGroup;
  form: FactsForm;
  onCorrect: () => void;
}) {
  const { group, form, onCorrect } = props;
  const { facts, set, errors } = form;
  const { postmortem } = useDocument();
  const { teamRefs, actionItems, meeting } = postmortem;
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
            limit="title"
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
          {postmortem.visibility !== facts.visibility && (
            <AccessWarning
              refs={[
                ...actionItems.map(({ ownerRef }) => ownerRef),
                ...(meeting?.attendeeRefs ?? []),
              ]}
              effect="none"
              audience={
                facts.visibility === 'restricted'
                  ? involvedIn(postmortem)
                  : undefined
              }
            />
          )}
          <LabelsField
            value={facts.labels}
            onChange={labels => set('labels', labels)}
            error={errors.labels}
          />
        </>
      );
    case 'severity':
      return <SeverityFields form={form} onCorrect={onCorrect} />;
    case 'times':
      return <TimesGroup form={form} onCorrect={onCorrect} />;
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
          <FactsDeadline form={form} onCorrect={onCorrect} />
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
          <DocumentAccessWarning
            refs={[
              facts.commanderRef,
              ...facts.contributors.map(({ userRef }) => userRef),
            ]}
            effect="access"
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
