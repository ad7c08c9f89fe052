import { meetsCriteria } from 'backstage-plugin-postmortems-node';
import { INTERNAL } from './internal';
import type {
  PostmortemCriteria,
  PostmortemResource,
} from 'backstage-plugin-postmortems-node';

/** A set of postmortems: all, none, or those that match criteria. */
export type Scope = 'all' | 'none' | PostmortemCriteria;

/** What a caller can see, and which postmortems one operation allows. */
export interface Access {
  /** Postmortems that the caller can see. For the caller, no others exist. */
  visible: Scope;
  /** Postmortems on which the operation is allowed, if visible. */
  permitted: Scope;
  /** Postmortems for which the caller bypasses the operation's other checks. */
  override: Scope;
  /** Postmortems for which the caller has each permission that a list reports. */
  reported: Record<string, Scope>;
  /** Name of the required permission, for error messages. */
  permission: string;
  /** The calling user and their groups. Empty for services. */
  claims: string[];
}

/** Full access for background tasks of the plugin. */
export const FULL_ACCESS: Access = {
  visible: 'all',
  permitted: 'all',
  override: 'all',
  reported: {},
  permission: 'none',
  claims: [],
};

export function intersect(one: Scope, other: Scope): Scope {
  if (one === 'none' || other === 'none') return 'none';
  if (one === 'all') return other;
  if (other === 'all') return one;
  return { allOf: [one, other] };
}

export function union(one: Scope, other: Scope): Scope {
  if (one === 'all' || other === 'all') return 'all';
  if (one === 'none') return other;
  if (other === 'none') return one;
  return { anyOf: [one, other] };
}

/** Whether all postmortems that aren't restricted are in the scope. */
export function hasAllInternal(which: Scope): boolean {
  if (which === 'all' || which === INTERNAL) return true;
  return (
    which !== 'none' &&
    'anyOf' in which &&
    !('field' in which) &&
    which.anyOf.includes(INTERNAL)
  );
}

export function isAmong(which: Scope, postmortem: PostmortemResource): boolean {
  if (which === 'all') return true;
  return which !== 'none' && meetsCriteria(postmortem, which);
}
