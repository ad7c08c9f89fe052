import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  HomePageLayoutBlueprint,
  HomePageWidgetBlueprint,
} from '@backstage/plugin-home-react/alpha';

const welcomeWidget = HomePageWidgetBlueprint.make({
  name: 'welcome',
  params: {
    name: 'Welcome',
    title: 'Welcome',
    description: 'Introduces this portal and suggests where to start',
    components: async () => {
      const { Welcome } = await import('./Welcome');
      return { Content: Welcome };
    },
  },
});

const layout = HomePageLayoutBlueprint.make({
  params: {
    loader: async () => {
      const { HomePageLayout } = await import('./HomePageLayout');
      return HomePageLayout;
    },
  },
});

/** Adds the portal's welcome and home page layout. */
export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [welcomeWidget, layout],
});
