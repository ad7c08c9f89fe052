import type { ActionItemContext } from '../actionItem/ports';
import type { TicketStore } from './TicketStore';

export interface TicketContext extends ActionItemContext {
  tickets: TicketStore;
}
