import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityKindsWithPostmortems } from '../../data/entityKinds';
import { loadScreen } from '../../data/loadScreen';
import { postmortemsTitlesTranslationRef as titles } from '../../texts/titlesRef';
import { prefetchEntityTab } from './prefetch';
import { loadEntityTab } from './screens';

const postmortemsEntityContent = EntityContentBlueprint.makeWithOverrides({
  factory(originalFactory, { apis, config }) {
    const path = config.path ?? '/postmortems';
    prefetchEntityTab(apis, path);
    return originalFactory({
      path,
      title: config.title ?? titles('entityContent'),
      group: 'operation',
      filter: { kind: { $in: entityKindsWithPostmortems } },
      loader: () => {
        prefetchEntityTab(apis, path);
        return loadScreen(loadEntityTab).then(m => <m.EntityTab />);
      },
    });
  },
});

export const entityContents = [postmortemsEntityContent];
