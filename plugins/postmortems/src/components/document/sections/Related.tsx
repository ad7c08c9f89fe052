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

import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useTexts } from '../../../translation';
import { SubtleText } from '../../shared';
import { EditFacts } from '../facts/EditFacts';
import { useDocument } from '../hooks/useDocument';
import { isEmptyPart } from '../model/outline';
import { DocumentPart } from './DocumentPart';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

/** Links to what belongs to the incident elsewhere. */
export function Related() {
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem, writing } = useDocument();

  const isEmpty = isEmptyPart(postmortem, 'related');
  if (isEmpty && !writing) return null;
  return (
    <DocumentPart
      partKey="related"
      level={3}
      actions={<EditFacts group="links" />}
    >
      {isEmpty && <SubtleText>{t('document.related.prompt')}</SubtleText>}
      <Typography component="ul" className={classes.list}>
        {postmortem.links.map(({ url, title }) => (
          <li key={url}>
            <Link to={url}>{title ?? url}</Link>
          </li>
        ))}
      </Typography>
    </DocumentPart>
  );
}
