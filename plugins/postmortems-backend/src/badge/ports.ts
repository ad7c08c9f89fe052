export { BADGES, readBadge } from './readBadge';
export { toSvg } from './toSvg';
