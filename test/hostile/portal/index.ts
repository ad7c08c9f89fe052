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

import { createBackend } from '@backstage/backend-defaults';
import { anyUserModule } from './anyUser';

/*
 * The backend that is attacked: the plugin with all its modules as they are installed, behind the
 * sign-in, the permissions and the catalog of a real portal.
 */
const backend = createBackend();
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(anyUserModule);
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('../../../packages/backend/src/permissions'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('backstage-plugin-postmortems-backend'));
backend.add(import('backstage-plugin-postmortems-backend-module-github'));
backend.add(import('backstage-plugin-postmortems-backend-module-jira'));
backend.add(import('backstage-plugin-postmortems-backend-module-alertmanager'));
backend.add(import('backstage-plugin-postmortems-backend-module-firehydrant'));
backend.add(import('backstage-plugin-postmortems-backend-module-grafana-irm'));
backend.add(import('backstage-plugin-postmortems-backend-module-incidentio'));
backend.add(import('backstage-plugin-postmortems-backend-module-pagerduty'));
backend.add(import('backstage-plugin-postmortems-backend-module-rootly'));
backend.start();
