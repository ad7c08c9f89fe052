/**
 * Text colors for compliance statuses, with a contrast of 4.5 on page, paper, hovered rows and
 * selected rows. Only overdue is red.
 */
export function statusColors(type: 'light' | 'dark') {
  return type === 'light'
    ? { overdue: '#b3140e', dueSoon: '#8a4b00', met: '#1b6e2c' }
    : { overdue: '#ffb4ac', dueSoon: '#ffc069', met: '#8ddb9a' };
}
