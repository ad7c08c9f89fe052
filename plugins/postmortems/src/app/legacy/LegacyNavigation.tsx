import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useAppNavigate } from '@backstage/frontend-plugin-api';
import {
  RoutingProvider,
  useRoutingIntegration,
} from '@backstage/frontend-plugin-api/routing';
import type { RoutingIntegration } from '@backstage/frontend-plugin-api/routing';
import { RouteRefProvider } from '../../ui/navigation/useRouteRef';

// Route refs are the same objects in both systems, but their types differ.
const useLegacyRouteRef = (ref: any) => useRouteRef<any>(ref) as any;

const IntegrationContext = createContext<RoutingIntegration | undefined>(
  undefined,
);

function useLegacyIntegration(): RoutingIntegration {
  const integration = useContext(IntegrationContext);
  if (!integration) throw new Error('LegacyNavigation is missing');
  return integration;
}

/**
 * Wraps each screen in the old frontend system. Without a routing provider, the framework's links
 * would reload the page.
 */
export function LegacyNavigation(props: { children: ReactNode }) {
  const { createHref, pathname } = useRoutingIntegration();
  const navigate = useAppNavigate();
  const integration = useMemo(
    () => ({ createHref, navigate, pathname }),
    [createHref, navigate, pathname],
  );
  return (
    <RouteRefProvider value={useLegacyRouteRef}>
      <IntegrationContext.Provider value={integration}>
        <RoutingProvider useRoutingIntegration={useLegacyIntegration}>
          {props.children}
        </RoutingProvider>
      </IntegrationContext.Provider>
    </RouteRefProvider>
  );
}
