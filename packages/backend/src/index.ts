import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('./signIn'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./permissions'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('backstage-plugin-search-backend-module-postmortems'));

backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.add(import('backstage-plugin-postmortems-backend'));
// Inactive until app-config has credentials for their trackers.
backend.add(import('backstage-plugin-postmortems-backend-module-github'));
backend.add(import('backstage-plugin-postmortems-backend-module-jira'));
// Inactive until app-config has webhook secrets.
backend.add(import('backstage-plugin-postmortems-backend-module-alertmanager'));
backend.add(import('backstage-plugin-postmortems-backend-module-firehydrant'));
backend.add(import('backstage-plugin-postmortems-backend-module-grafana-irm'));
backend.add(import('backstage-plugin-postmortems-backend-module-incidentio'));
backend.add(import('backstage-plugin-postmortems-backend-module-pagerduty'));
backend.add(import('backstage-plugin-postmortems-backend-module-rootly'));
backend.add(import('./demo'));

backend.start();
