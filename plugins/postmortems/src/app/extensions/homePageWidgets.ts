import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { loadScreen } from '../../data/loadScreen';

const myWorkWidget = HomePageWidgetBlueprint.make({
  name: 'my-work',
  params: {
    name: 'HomePagePostmortems',
    title: 'My postmortems and action items',
    description: 'Your postmortems and action items, sorted by due date',
    components: async () => {
      const { MyWork } = await loadScreen(
        () => import('../../screens/home/MyWork'),
      );
      return { Content: MyWork };
    },
    layout: {
      height: { minRows: 4, defaultRows: 6 },
      width: { minColumns: 3, defaultColumns: 4 },
    },
  },
});

export const homePageWidgets = [myWorkWidget];
