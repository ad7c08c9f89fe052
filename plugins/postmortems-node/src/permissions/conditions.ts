import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Visibility } from 'backstage-plugin-postmortems-common';

/**
 * Postmortem attributes used by permission rules.
 *
 * @public
 */
export interface PostmortemResource {
  ownerRef?: string;
  commanderRef?: string;
  contributorRefs: string[];
  reviewerRefs: string[];
  teamRefs: string[];
  entityRefs: string[];
  /** The governing severity. */
  severity: string;
  visibility: Visibility;
}

/**
 * A condition that a field has one of some values. Simple enough to evaluate in SQL.
 *
 * @public
 */
export interface PostmortemCondition {
  field: keyof PostmortemResource;
  anyOf: string[];
}

/**
 * Conditions combined with `allOf`, `anyOf` and `not`.
 *
 * @public
 */
export type PostmortemCriteria = PermissionCriteria<PostmortemCondition>;

/**
 * Whether a postmortem meets the criteria. The backend's SQL condition must give the same result.
 *
 * @public
 */
export function meetsCriteria(
  postmortem: PostmortemResource,
  criteria: PostmortemCriteria,
): boolean {
  if ('allOf' in criteria) {
    return criteria.allOf.every(each => meetsCriteria(postmortem, each));
  }
  if ('not' in criteria) return !meetsCriteria(postmortem, criteria.not);
  if ('field' in criteria) {
    const values = [postmortem[criteria.field] ?? []].flat();
    return values.some(value => criteria.anyOf.includes(value));
  }
  return criteria.anyOf.some(each => meetsCriteria(postmortem, each));
}
