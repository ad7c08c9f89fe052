import { byId } from '../kernel/params';
import { actionItemKeySchema } from './model';

export const byActionItem = byId.extend({ key: actionItemKeySchema });
