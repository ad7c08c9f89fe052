/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import AddIcon from '@material-ui/icons/Add';
import Button from '@material-ui/core/Button';
import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { postmortemCreatePermission } from 'backstage-plugin-postmortems-common';
import { newPostmortemRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { Hint } from './Hint';

/** Leads to the form, with `entityRef` preselected. Without permission it says so instead. */
export function StartPostmortemButton(props: { entityRef?: string }) {
  const { t } = useTexts();
  const form = useRouteRef(newPostmortemRouteRef)();
  const { allowed, loading } = usePermission({
    permission: postmortemCreatePermission,
  });
  const look = {
    variant: 'contained',
    color: 'primary',
    size: 'small',
    startIcon: <AddIcon />,
  } as const;

  if (!allowed) {
    const button = (
      <Button {...look} disabled>
        {t('start.button')}
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
      {t('start.button')}
    </LinkButton>
  );
}
