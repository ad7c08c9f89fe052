import type { Entity } from '@backstage/catalog-model';

/** An email address shared by several users. People in incidents who have it match none of them. */
export interface SharedAddress {
  /** Masked, because operators only need to find the users. */
  address: string;
  /** The users who share the address, sorted. */
  userRefs: string[];
}

/** Masks most of an address: `t…@example.com`. */
export function maskAddress(email: string): string {
  const at = email.lastIndexOf('@');
  const [first = ''] = email;
  return `${first}…${at < 0 ? '' : email.slice(at)}`;
}

/** Whether these users still have the same email address. */
export function isStillShared(users: (Entity | undefined)[]): boolean {
  const addresses = users.map(user => {
    const { email } = (user?.spec?.profile ?? {}) as { email?: string };
    return email?.trim().toLocaleLowerCase('en');
  });
  const [first] = addresses;
  return first !== undefined && addresses.every(each => each === first);
}
