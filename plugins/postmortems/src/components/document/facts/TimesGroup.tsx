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

import { useState } from 'react';
import { TimesFields } from '../fields/TimesFields';
import { FactsDeadline } from './FactsDeadline';
import type { FactsForm } from './useFactsForm';

/** The times of the incident, and the deadline that follows. */
export function TimesGroup(props: { form: FactsForm }) {
  const { form } = props;
  const { facts, saved, set, errors } = form;
  const [ongoing, setOngoing] = useState(saved.resolvedAt === undefined);

  return (
    <>
      <TimesFields
        value={facts}
        errors={errors}
        // An emptied start is what the check of the form speaks of.
        onChange={(field, time) => set(field, time as string)}
        ongoing={ongoing}
        onOngoing={setOngoing}
      />
      <FactsDeadline form={form} />
    </>
  );
}
