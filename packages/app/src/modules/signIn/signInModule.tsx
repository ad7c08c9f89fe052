import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';

const signInPage = SignInPageBlueprint.make({
  params: {
    loader: async () => {
      const { DemoSignInPage } = await import('./DemoSignInPage');
      return DemoSignInPage;
    },
  },
});

/** Sign-in as a guest or a demo user. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [signInPage],
});
