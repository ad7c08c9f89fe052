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

/**
 * Text colours of the compliance statuses that have one. They reach a contrast of 4.5 on the
 * page and paper of the portal's themes, and on rows that are hovered or selected. Red is for overdue alone.
 */
export function statusColors(type: 'light' | 'dark') {
  return type === 'light'
    ? { overdue: '#b3140e', dueSoon: '#8a4b00', met: '#1b6e2c' }
    : { overdue: '#ffb4ac', dueSoon: '#ffc069', met: '#8ddb9a' };
}
