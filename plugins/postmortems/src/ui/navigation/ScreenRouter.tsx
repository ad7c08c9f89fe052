import type { ReactNode } from 'react';
import { ReactRouterV6PageRouter } from '@backstage/frontend-adapter-react-router-v6';

/**
 * Provides React Router for components from other packages, such as the catalog's links. Without
 * it, the app warns about each extension that has a route. Does nothing in the old frontend system.
 */
export function ScreenRouter(props: { children: ReactNode }) {
  return <ReactRouterV6PageRouter>{props.children}</ReactRouterV6PageRouter>;
}
