export type { ComplianceContext } from './context';
export { noteExpiredWaiver } from './waiverExpiry';
