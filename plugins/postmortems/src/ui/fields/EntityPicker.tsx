import { useState } from 'react';
import { EntityRefsField } from './EntityRefsField';
import type { EntityFieldProps } from './EntityRefsField';
import { useCatalogSearch } from './useCatalogSearch';

/** Kinds that an incident can affect. */
const affectable = {
  kind: ['component', 'api', 'resource', 'system', 'domain'],
};

/** Selects affected entities. The first one is the primary entity. */
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
