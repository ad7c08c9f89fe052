import { Fragment } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useTexts } from '../../texts/useTexts';
import { Hint } from '../feedback/Hint';
import { GoneNote } from './GoneNote';

/**
 * Links to catalog entities. With `max`, shows the first few, and the rest on hover and focus.
 *
 * @param props - `gone`: entities to mark as no longer in the catalog
 */
export function EntityRefs(props: {
  entityRefs: string[];
  max?: number;
  gone?: ReadonlySet<string>;
}) {
  const { entityRefs, max = entityRefs.length, gone } = props;
  const { t } = useTexts();
  const rest = entityRefs.slice(max);

  return (
    <>
      {entityRefs.slice(0, max).map((entityRef, index) => (
        <Fragment key={entityRef}>
          {index > 0 && ', '}
          <EntityRefLink entityRef={entityRef} hideIcon />
          <GoneNote gone={gone?.has(entityRef) ?? false} />
        </Fragment>
      ))}
      {rest.length > 0 && (
        <>
          {' '}
          <Hint title={rest.map(ref => parseEntityRef(ref).name).join(', ')}>
            {t('entities.more', { value: String(rest.length) })}
          </Hint>
        </>
      )}
    </>
  );
}
