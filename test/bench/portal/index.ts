import { createBackend } from '@backstage/backend-defaults';
import { floorModule } from './floor';
import { memoryModule } from './memory';

/**
 * The backend to measure: the installed plugin with catalog, sign-in and permissions of a real
 * portal, and the baseline.
 */
const backend = createBackend();
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('../../../packages/backend/src/permissions'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('backstage-plugin-postmortems-backend'));
backend.add(floorModule);
backend.add(memoryModule);
backend.start();
