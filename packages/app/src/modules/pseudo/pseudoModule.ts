import {
  createFrontendFeatureLoader,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';

/** Local storage key that enables pseudo-localization. */
const SWITCH = 'demo.pseudoTexts';

/** Pseudo-localizes the plugin's texts, to reveal untranslated and overflowing ones. */
export const pseudoModule = createFrontendFeatureLoader({
  async *loader() {
    if (!window.localStorage.getItem(SWITCH)) return;

    // A separate chunk, so that the texts don't slow down every startup.
    const { pseudoTexts } = await import('./pseudoTexts');
    yield createFrontendModule({
      pluginId: 'app',
      extensions: pseudoTexts.map(resource =>
        TranslationBlueprint.make({
          name: resource.id,
          params: { resource },
        }),
      ),
    });
  },
});
