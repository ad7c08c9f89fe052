import { PluginHeaderActionBlueprint } from '@backstage/frontend-plugin-api';

const startPostmortemAction = PluginHeaderActionBlueprint.make({
  name: 'start-postmortem',
  params: {
    loader: () =>
      import('../page/StartPostmortemAction').then(m => (
        <m.StartPostmortemAction />
      )),
  },
});

export const headerActions = [startPostmortemAction];
