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

import { createPermission } from '@backstage/plugin-permission-common';

/** Read postmortems, their history and compliance. @public */
export const postmortemReadPermission = createPermission({
  name: 'postmortem.read',
  attributes: { action: 'read' },
});

/** Start or import postmortems. @public */
export const postmortemCreatePermission = createPermission({
  name: 'postmortem.create',
  attributes: { action: 'create' },
});

/** Change postmortems. @public */
export const postmortemUpdatePermission = createPermission({
  name: 'postmortem.update',
  attributes: { action: 'update' },
});

/** Delete postmortems. @public */
export const postmortemDeletePermission = createPermission({
  name: 'postmortem.delete',
  attributes: { action: 'delete' },
});

/** All permissions of the plugin. @public */
export const postmortemPermissions = [
  postmortemReadPermission,
  postmortemCreatePermission,
  postmortemUpdatePermission,
  postmortemDeletePermission,
];
