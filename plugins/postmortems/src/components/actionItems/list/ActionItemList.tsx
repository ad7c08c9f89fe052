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

import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { LoadError } from '../../shared';
import { Pages } from '../../table';
import { ActionItemTable } from './ActionItemTable';
import type { ActionItemColumn } from './columns';
import type { ActionItems } from './useActionItems';
import type { ItemSelection } from './useItemSelection';

/** What the one list and those of the groups have in common. */
export interface SharedListProps {
  orderField: string;
  onSort: (field: string) => void;
  selection: ItemSelection;
  /** Where there are none: why, and what to do about it. */
  empty: ReactNode;
  /** Takes the filters away, where there are any. */
  clearButton?: ReactNode;
}

/** A page of action items, with the way to those before and after. */
export function ActionItemList(
  props: SharedListProps & {
    label: string;
    columnNames: ActionItemColumn[];
    page: ActionItems;
    goTo: (cursor: string | undefined) => void;
    skeletonRows?: number;
  },
) {
  const { page, goTo, empty, clearButton, ...table } = props;
  const { items } = page;
  const { renew } = props.selection;
  useEffect(() => {
    if (items) renew(items);
  }, [items, renew]);

  let placeholder: ReactNode;
  if (page.error) {
    placeholder = (
      <LoadError error={page.error} retry={page.retry} action={clearButton} />
    );
  } else if (items?.length === 0 && !page.loading) {
    placeholder = empty;
  }

  return (
    <>
      <ActionItemTable
        {...table}
        items={items}
        loading={page.loading}
        onChanged={page.show}
        placeholder={placeholder}
      />
      {items && page.value && (
        <Pages pageInfo={page.value.pageInfo} goTo={goTo} />
      )}
    </>
  );
}
