export { BadgeStore } from './BadgeStore';
export { onTimeBadge, openBadge, sinceBadge } from './badgeOf';
export { toSvg } from './toSvg';
