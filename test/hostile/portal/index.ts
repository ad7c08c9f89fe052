import { createBackend } from '@backstage/backend-defaults';
import { anyUserModule } from './anyUser';

/**
 * The backend to attack: the plugin with all modules, and sign-in, permissions and catalog of a
 * real portal.
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
