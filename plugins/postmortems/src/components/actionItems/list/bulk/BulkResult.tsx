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

import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useTexts } from '../../../../translation';
import { errorText } from '../../../shared';
import { useActionItemWords } from '../../parts';
import { ActionItemLink } from '../ActionItemLink';
import type { BulkOutcome } from './bulkUpdate';

const useStyles = makeStyles(theme => ({
  refused: {
    margin: theme.spacing(1, 0, 0),
    paddingLeft: theme.spacing(2.5),
    maxHeight: 180,
    overflowY: 'auto',
  },
}));

/** How many action items were changed, and of each that was not, why. */
export function BulkResult(props: {
  outcome: BulkOutcome;
  onClose: () => void;
}) {
  const { outcome, onClose } = props;
  const { done, refused, failure } = outcome;
  const classes = useStyles();
  const { t } = useTexts();
  const { problemOf } = useActionItemWords();
  const severity = refused.length > 0 || failure ? 'warning' : 'success';

  return (
    <Alert severity={severity} onClose={onClose}>
      {t('actionItemList.bulk.done', { count: done.length })}
      {refused.length > 0 && (
        <>
          {' '}
          {t('actionItemList.bulk.refused', { count: refused.length })}
          <ul className={classes.refused}>
            {refused.map(({ id, message }) => (
              <li key={id}>
                <ActionItemLink item={{ id, title: '' }} />
                {problemOf(message).message}
              </li>
            ))}
          </ul>
        </>
      )}
      {failure && (
        <> {t('actionItemList.bulk.failed', { message: errorText(failure) })}</>
      )}
    </Alert>
  );
}
