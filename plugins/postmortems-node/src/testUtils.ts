/**
 * Utilities for testing modules.
 *
 * @packageDocumentation
 */

export * from './testUtils/FakeServer';
export * from './testUtils/describeIncidentSource';
export * from './testUtils/describeTicketTracker';
