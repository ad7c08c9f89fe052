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

import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useTexts } from '../../translation';
import { Hint } from './Hint';

/**
 * Links to catalog entities. With `max`, the first so many and how many more there are, their
 * names on hover and focus.
 */
export function EntityRefs(props: { entityRefs: string[]; max?: number }) {
  const { entityRefs, max = entityRefs.length } = props;
  const { t } = useTexts();
  const rest = entityRefs.slice(max);

  return (
    <>
      <EntityRefLinks entityRefs={entityRefs.slice(0, max)} hideIcons />
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
