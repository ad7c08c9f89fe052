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

import type { ReactNode } from 'react';
import CheckIcon from '@material-ui/icons/Check';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import { Hint } from './Hint';
import { VisuallyHidden } from './VisuallyHidden';
import { subtleColor } from './subtleColor';

const useStyles = makeStyles(theme => ({
  none: { fontStyle: 'italic', color: subtleColor(theme) },
  check: {
    fontSize: theme.typography.pxToRem(16),
    marginLeft: theme.spacing(0.5),
    verticalAlign: 'text-bottom',
  },
}));

/** The owner, whether they acknowledged, or that there is none; then `action`, to name one. */
export function OwnerLabel(props: {
  postmortem: Pick<PostmortemSummary, 'ownerRef' | 'ownerAcknowledgedAt'>;
  action?: ReactNode;
}) {
  const { ownerRef, ownerAcknowledgedAt } = props.postmortem;
  const classes = useStyles();
  const { t } = useTexts();

  if (!ownerRef) {
    return (
      <>
        <span className={classes.none}>{t('owner.none')}</span> {props.action}
      </>
    );
  }
  return (
    <>
      <EntityRefLink entityRef={ownerRef} defaultKind="user" hideIcon />
      {ownerAcknowledgedAt && (
        <Hint title={t('owner.acknowledged')}>
          <CheckIcon className={classes.check} aria-hidden />
          <VisuallyHidden>{t('owner.acknowledged')}</VisuallyHidden>
        </Hint>
      )}
      {props.action && <> {props.action}</>}
    </>
  );
}
