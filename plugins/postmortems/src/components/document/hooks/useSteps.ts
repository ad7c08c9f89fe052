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

import { usePermission } from '@backstage/plugin-permission-react';
import { postmortemPublishPermission } from 'backstage-plugin-postmortems-common';
import { TRANSITIONS } from '../model/lifecycle';
import type { Transition } from '../model/lifecycle';
import { useDocument } from './useDocument';

/** The steps that the reader may take from where the postmortem stands. */
export function useSteps(): { steps: Transition[]; loading: boolean } {
  const { postmortem, canEdit } = useDocument();
  const publishing = usePermission({
    permission: postmortemPublishPermission,
    resourceRef: postmortem.id,
  });
  return {
    steps: TRANSITIONS[postmortem.status].filter(({ to }) =>
      to === 'published' ? publishing.allowed : canEdit,
    ),
    loading: publishing.loading,
  };
}
