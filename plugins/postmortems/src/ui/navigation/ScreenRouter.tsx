import type { ReactNode } from 'react';
import { ReactRouterV6PageRouter } from '@backstage/frontend-adapter-react-router-v6';

/**
 * Provides React Router for components of other packages, such as the catalog's links. The app
 * warns about each extension with a route that has none. Does nothing in the old frontend system.
 */
export function ScreenRouter(props: { children: ReactNode }) {
  return <ReactRouterV6PageRouter>{props.children}</ReactRouterV6PageRouter>;
}
