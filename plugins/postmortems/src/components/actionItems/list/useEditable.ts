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

import { useApi } from '@backstage/core-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { actionItemUpdatePermission } from 'backstage-plugin-postmortems-common';
import type { ListedActionItem } from 'backstage-plugin-postmortems-common';
import useAsync from 'react-use/esm/useAsync';

/**
 * Which of the action items listed the user may change. It is asked postmortem by postmortem, as
 * a policy may tell one from another, though all in one request.
 */
export function useEditable(
  items: ListedActionItem[] | undefined,
): (item: ListedActionItem) => boolean {
  const permissions = useApi(permissionApiRef);
  const ids = [...new Set(items?.map(item => item.postmortem.id))].sort();
  const { value: editable } = useAsync(async () => {
    const answers = await Promise.all(
      ids.map(resourceRef =>
        permissions.authorize({
          permission: actionItemUpdatePermission,
          resourceRef,
        }),
      ),
    );
    return new Set(
      ids.filter((_, index) => answers[index].result === AuthorizeResult.ALLOW),
    );
  }, [permissions, ids.join()]);
  return item => editable?.has(item.postmortem.id) ?? false;
}
