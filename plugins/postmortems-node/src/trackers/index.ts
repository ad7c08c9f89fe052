export * from './TicketTracker';
export * from './errors';
export * from './postmortemsTrackersExtensionPoint';
export * from './http';
