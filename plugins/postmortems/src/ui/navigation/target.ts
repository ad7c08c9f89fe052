import { Children, isValidElement } from 'react';
import type { ReactNode } from 'react';

/** Whether a link leaves the portal. */
export function isExternal(to: string): boolean {
  return /^([a-z][a-z\d+.-]*:|\/\/)/i.test(to);
}

/** The text of a link's content, for analytics. */
export function textOf(content: ReactNode): string {
  return Children.toArray(content)
    .map(child => {
      if (isValidElement<{ children?: ReactNode }>(child)) {
        return textOf(child.props.children);
      }
      return String(child);
    })
    .join(' ')
    .trim();
}
