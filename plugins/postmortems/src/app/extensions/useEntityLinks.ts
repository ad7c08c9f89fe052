import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useKnownPermission } from '../../data/useKnownPermission';
import { postmortemCreatePermission } from 'backstage-plugin-postmortems-common';
import { newPostmortemRouteRef, rootRouteRef } from '../../routes';
import { usePageTitles } from '../../texts/usePageTitles';
import { useRouteRef } from '../../ui/navigation/useRouteRef';

/** A link to the form with the entity preselected, for users with permission. */
export function useStartLink() {
  const { entity } = useEntity();
  const { t } = usePageTitles();
  const form = useRouteRef(newPostmortemRouteRef)();
  const { allowed } = useKnownPermission({
    permission: postmortemCreatePermission,
  });
  const entityRef = encodeURIComponent(stringifyEntityRef(entity));
  return {
    title: t('startPostmortem'),
    href: `${form}?entityRef=${entityRef}`,
    disabled: !allowed,
  };
}

/** A link to the entity's postmortems. */
export function usePostmortemsLink() {
  const { entity } = useEntity();
  const { t } = usePageTitles();
  const root = useRouteRef(rootRouteRef)();
  const entityRef = encodeURIComponent(stringifyEntityRef(entity));
  return {
    label: t('entityLink'),
    href: `${root}/all?entityRef=${entityRef}`,
  };
}
