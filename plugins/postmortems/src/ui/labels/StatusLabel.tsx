import type { Status } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { statusKeys } from './keys';

/** The name of a status: draft, in review or published. */
export function StatusLabel(props: { status: Status }) {
  const { t } = useTexts();
  return <>{t(`status.${statusKeys[props.status]}`)}</>;
}
