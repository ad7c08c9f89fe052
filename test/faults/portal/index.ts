import { createBackend } from '@backstage/backend-defaults';
import { createPostmortemsPlugin } from '../../../plugins/postmortems-backend/src/plugin';
import { effectsOfPostmortems, recordedNotifications } from './effects';
import { clock, faultsModule } from './faults';

/**
 * A small backend that records its external effects, and in which the parent process can simulate
 * faults.
 */
const backend = createBackend();
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('../../../packages/backend/src/permissions'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(createPostmortemsPlugin({ clock }));
backend.add(recordedNotifications);
backend.add(effectsOfPostmortems);
backend.add(faultsModule);
backend.start();

// Exits with its parent.
process.on('disconnect', () => process.exit());
