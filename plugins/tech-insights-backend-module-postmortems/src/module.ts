import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { techInsightsFactRetrieversExtensionPoint } from '@backstage-community/plugin-tech-insights-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { postmortemsServiceRef } from 'backstage-plugin-postmortems-node';
import { createFactRetriever } from './createFactRetriever';

/**
 * Adds the fact retriever `postmortemsFactRetriever` to Tech Insights. It counts no restricted
 * postmortems, because everyone can read facts.
 *
 * @public
 */
export const techInsightsModulePostmortems = createBackendModule({
  pluginId: 'tech-insights',
  moduleId: 'postmortems-fact-retriever',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        factRetrievers: techInsightsFactRetrieversExtensionPoint,
        postmortems: postmortemsServiceRef,
      },
      async init({ factRetrievers, ...deps }) {
        const retriever = createFactRetriever({
          ...deps,
          clock: () => new Date(),
        });
        factRetrievers.addFactRetrievers({ [retriever.id]: retriever });
      },
    });
  },
});
