import { useState } from 'react';
import { TimesFields } from '../../ui/fields/TimesFields';
import { FactsDeadline } from './FactsDeadline';
import type { FactsForm } from './useFactsForm';

/** The incident's times and the resulting deadline. */
export function TimesGroup(props: { form: FactsForm; onCorrect: () => void }) {
  const { form } = props;
  const { facts, saved, set, errors } = form;
  const [ongoing, setOngoing] = useState(saved.resolvedAt === undefined);

  return (
    <>
      <TimesFields
        value={facts}
        errors={errors}
        // The start can be cleared here. Validation then reports that it is missing.
        onChange={(field, time) => set(field, time as string)}
        ongoing={ongoing}
        onOngoing={setOngoing}
      />
      <FactsDeadline form={form} onCorrect={props.onCorrect} />
    </>
  );
}
