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

import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Section } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { LineComparison } from '../history/LineComparison';

const useStyles = makeStyles(theme => ({
  root: {
    margin: theme.spacing(0, 1.5, 1),
    padding: theme.spacing(1.5),
    border: `1px solid ${theme.palette.warning.main}`,
    borderRadius: theme.shape.borderRadius,
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1.5),
  },
}));

/** Someone else saved the section first: both versions, and the ways to bring them together. */
export function MergePanel(props: {
  theirs: Section;
  mine: string;
  onResolve: (how: 'theirs' | 'mine' | 'both') => void;
}) {
  const { theirs, mine, onResolve } = props;
  const classes = useStyles();
  const { t } = useTexts();

  return (
    <div className={classes.root} role="alert">
      <Typography variant="subtitle2" component="p">
        {theirs.updatedBy?.startsWith('user:')
          ? t('document.merge.titleBy', {
              user: <EntityRefLink entityRef={theirs.updatedBy} hideIcon />,
            })
          : t('document.merge.title')}
      </Typography>
      <Typography variant="body2" gutterBottom>
        {t('document.merge.explanation')}
      </Typography>
      <LineComparison
        before={theirs.markdown}
        after={mine}
        beforeLabel={t('document.merge.onlyTheirs')}
        afterLabel={t('document.merge.onlyMine')}
      />
      <div className={classes.actions}>
        <Button
          size="small"
          variant="contained"
          color="primary"
          onClick={() => onResolve('both')}
        >
          {t('document.merge.both')}
        </Button>
        <Button size="small" onClick={() => onResolve('mine')}>
          {t('document.merge.mine')}
        </Button>
        <Button size="small" onClick={() => onResolve('theirs')}>
          {t('document.merge.theirs')}
        </Button>
      </div>
    </div>
  );
}
