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
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTexts } from '../../../translation';
import { LoadError } from '../../shared';
import { useDocument } from '../hooks/useDocument';
import { DocumentPart } from '../sections/DocumentPart';
import { HistoryItem } from './HistoryItem';
import { useHistory } from './useHistory';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
});

/** Who changed what, when and why; the newest first. */
export function History() {
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem, editing } = useDocument();
  const { id, revision, sections, actionItems, openComments } = postmortem;
  // Not anew with every word that is saved here, but once the writer is done.
  const parts = editing ? actionItems : [...sections, ...actionItems];
  const { entries, loading, error, more, retry } = useHistory(
    id,
    [
      revision,
      openComments,
      editing,
      ...parts.map(part => part.revision),
    ].join(),
  );

  return (
    <DocumentPart partKey="history" level={3}>
      <ol className={classes.list}>
        {entries.map(entry => (
          <HistoryItem key={entry.id} entry={entry} />
        ))}
      </ol>
      {loading && entries.length === 0 && <Skeleton height="6rem" />}
      {error && <LoadError error={error} retry={retry} />}
      {more && !error && (
        <Button size="small" onClick={more} disabled={loading}>
          {t('document.history.more')}
        </Button>
      )}
    </DocumentPart>
  );
}
