import type { ComponentType } from 'react';
import { loadScreen } from '../../data/loadScreen';

/** Loads a shared screen with its wrappers for the old frontend system. */
export async function loadLegacyScreen<P extends {}>(
  load: () => Promise<ComponentType<P>>,
): Promise<(props?: P) => JSX.Element> {
  const [Screen, { LegacyNavigation }] = await Promise.all([
    loadScreen(load),
    import('./LegacyNavigation'),
  ]);
  return props => (
    <LegacyNavigation>
      <Screen {...props!} />
    </LegacyNavigation>
  );
}
