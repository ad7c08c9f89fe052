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
import { EntityRefsField } from './EntityRefsField';
import type { EntityFieldProps } from './EntityRefsField';
import { useCatalogSearch } from './useCatalogSearch';

/** What an incident can affect. */
const affectable = {
  kind: ['component', 'api', 'resource', 'system', 'domain'],
};

/** The entities that an incident affected; the first is the primary one. */
export function EntityPicker(
  props: EntityFieldProps & {
    value: string[];
    onChange: (value: string[]) => void;
  },
) {
  const [term, setTerm] = useState('');
  const [open, setOpen] = useState(false);
  const { refs, loading, failed } = useCatalogSearch(affectable, term, open);

  return (
    <EntityRefsField
      {...props}
      options={refs}
      loading={loading}
      failed={failed}
      term={term}
      onTerm={setTerm}
      open={open}
      onOpen={setOpen}
    />
  );
}
