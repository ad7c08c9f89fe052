export { planOf } from './meetingPlan';
export type { MeetingPlan } from './meetingPlan';
