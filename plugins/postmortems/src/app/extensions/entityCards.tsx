import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { affectableEntityKinds } from '../../data/entityKinds';
import { loadScreen } from '../../data/loadScreen';

const postmortemsEntityCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: { kind: { $in: affectableEntityKinds } },
    loader: () =>
      loadScreen(
        () => import('../../screens/entity/card/EntityPostmortemsCard'),
      ).then(m => <m.EntityPostmortemsCard />),
  },
});

const insightsEntityCard = EntityCardBlueprint.make({
  name: 'insights',
  params: {
    type: 'info',
    filter: { kind: { $in: affectableEntityKinds } },
    loader: () =>
      loadScreen(
        () => import('../../screens/entity/insights/EntityInsightsCard'),
      ).then(m => <m.EntityInsightsCard />),
  },
});

export const entityCards = [postmortemsEntityCard, insightsEntityCard];
