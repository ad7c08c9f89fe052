export type { TicketSync } from './TicketSync';
