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

import { useState } from 'react';
import Collapse from '@material-ui/core/Collapse';
import MuiLink from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../translation';
import {
  ComplianceStatusLabel,
  DateLabel,
  DeadlineSentence,
} from '../../shared';
import { useDocument } from '../hooks/useDocument';
import { SnoozeNote } from '../snooze/SnoozeNote';
import { Card } from './Card';
import { CountedDays } from './CountedDays';
import { Exceptions } from './Exceptions';

const useStyles = makeStyles({
  how: { verticalAlign: 'baseline', '@media print': { display: 'none' } },
});

/** Whether the policy is met, the deadline in words, and on request how it was counted. */
export function DeadlineCard() {
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem } = useDocument();
  const { deadline, complianceStatus, publishedAt, governingSeverity } =
    postmortem;
  const [open, setOpen] = useState(false);

  return (
    <Card
      label={t('document.deadline.title')}
      title={<ComplianceStatusLabel postmortem={postmortem} />}
      aside={
        publishedAt &&
        t('document.deadline.published', {
          date: <DateLabel value={publishedAt} />,
        })
      }
    >
      <Typography variant="body2">
        {deadline ? (
          <DeadlineSentence
            deadline={deadline}
            severityHistory={postmortem.severityHistory}
          />
        ) : (
          t(
            complianceStatus === 'pending'
              ? 'document.deadline.pending'
              : 'document.deadline.none',
            { severity: governingSeverity },
          )
        )}{' '}
        {deadline && (
          <MuiLink
            component="button"
            variant="body2"
            className={classes.how}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t(open ? 'document.deadline.hide' : 'document.deadline.how')}
          </MuiLink>
        )}
      </Typography>
      <Exceptions />
      <SnoozeNote />
      {deadline && (
        <Collapse in={open} mountOnEnter>
          <CountedDays deadline={deadline} />
        </Collapse>
      )}
    </Card>
  );
}
