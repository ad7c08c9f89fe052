export type { ActionItemRecord } from './ActionItemStore';
export {
  changeActionItem,
  findActionItem,
  insertActionItem,
  moveActionItems,
  noteActionItem,
  settle,
  toActionItem,
} from './changeActionItem';
export { applyActionItemFilter, overdueCondition } from './filters';
export type { ActionItemContext } from './context';
export { fromRow, toTicket } from './itemTicket';
export type { TicketRecord, TicketRef, TicketRow } from './itemTicket';
export { returnActionItems } from './returnActionItems';
