import { createContext, useContext } from 'react';
import { useRouteRef as useFrameworkRouteRef } from '@backstage/frontend-plugin-api';
import type {
  AnyRouteRefParams,
  RouteFunc,
  RouteRef,
  SubRouteRef,
} from '@backstage/frontend-plugin-api';

type AnyRouteRef = RouteRef<any> | SubRouteRef<any>;

type UseRouteRef = (ref: AnyRouteRef) => RouteFunc<any> | undefined;

/** The old frontend system resolves route refs through a different API. */
const RouteRefContext = createContext<UseRouteRef>(useFrameworkRouteRef);

export const RouteRefProvider = RouteRefContext.Provider;

/** Returns a function that builds a route's path, without the portal's base path. */
export function useRouteRef<TParams extends AnyRouteRefParams>(
  ref: RouteRef<TParams> | SubRouteRef<TParams>,
): RouteFunc<TParams> {
  const useRef = useContext(RouteRefContext);
  const path = useRef(ref);
  if (!path) throw new Error(`No path for ${ref}`);
  return path;
}
