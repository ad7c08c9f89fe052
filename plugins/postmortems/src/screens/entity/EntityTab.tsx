import { Suspense, lazy } from 'react';
import { Progress } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { PrintStyles } from '../../ui/layout/PrintStyles';
import { ScreenRouter } from '../../ui/navigation/ScreenRouter';
import { EntityPostmortems } from './EntityPostmortems';

const TeamPostmortems = lazy(() =>
  import('../team/TeamPostmortems').then(m => ({ default: m.TeamPostmortems })),
);
const PersonPostmortems = lazy(() =>
  import('../person/PersonPostmortems').then(m => ({
    default: m.PersonPostmortems,
  })),
);

/** The Postmortems tab. Shows a group's or user's work; for other entities, their postmortems. */
export function EntityTab() {
  const { entity } = useEntity();
  const kind = entity.kind.toLocaleLowerCase('en-US');
  return (
    <ScreenRouter>
      <PrintStyles />
      <Suspense fallback={<Progress />}>
        {kind === 'group' && <TeamPostmortems />}
        {kind === 'user' && <PersonPostmortems />}
        {kind !== 'group' && kind !== 'user' && <EntityPostmortems />}
      </Suspense>
    </ScreenRouter>
  );
}
