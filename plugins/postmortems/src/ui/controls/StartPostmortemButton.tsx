import AddIcon from '@material-ui/icons/Add';
import { useKnownPermission } from '../../data/useKnownPermission';
import { postmortemCreatePermission } from 'backstage-plugin-postmortems-common';
import { newPostmortemRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { Hint } from '../feedback/Hint';
import { LinkButton } from '../navigation/LinkButton';
import { useRouteRef } from '../navigation/useRouteRef';
import { Button } from './Button';

/**
 * Links to the form, with `entityRef` preselected. Without permission, it is disabled and explains
 * why.
 */
export function StartPostmortemButton(props: { entityRef?: string }) {
  const { t } = useTexts();
  const form = useRouteRef(newPostmortemRouteRef)();
  const { allowed, loading } = useKnownPermission({
    permission: postmortemCreatePermission,
  });
  const look = {
    variant: 'contained',
    color: 'primary',
    size: 'small',
    startIcon: <AddIcon />,
  } as const;
  const label = t('start.button');

  if (!allowed) {
    const button = (
      <Button {...look} disabled>
        {label}
      </Button>
    );
    return loading ? (
      button
    ) : (
      <Hint title={t('start.forbidden')}>{button}</Hint>
    );
  }
  return (
    <LinkButton
      {...look}
      to={
        props.entityRef
          ? `${form}?entityRef=${encodeURIComponent(props.entityRef)}`
          : form
      }
    >
      {label}
    </LinkButton>
  );
}
