import { createApp } from '@backstage/frontend-defaults';
import { homeModule } from './modules/home';
import { navModule } from './modules/nav';
import { pseudoModule } from './modules/pseudo';
import { signInModule } from './modules/signIn';

// Plugins are discovered from this package's dependencies: see `app.packages` in app-config.yaml.
export default createApp({
  features: [navModule, homeModule, signInModule, pseudoModule],
});
