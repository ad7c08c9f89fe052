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
import Chip from '@material-ui/core/Chip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { useLocale, useTexts } from '../../../translation';
import {
  Duration,
  EntityRefs,
  SeverityChip,
  TimeTooltip,
  outcomeKeys,
  subtleColor,
} from '../../shared';
import { EditFacts } from '../facts/EditFacts';
import { useDocument } from '../hooks/useDocument';
import { requestedChanges } from '../model/review';
import { ReviewLink } from '../review/ReviewLink';
import { Owner } from './Owner';
import { SeverityHistory } from './SeverityHistory';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2.5),
    margin: theme.spacing(0, 0, 3),
  },
  item: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 0.75),
    minHeight: '1.75rem',
  },
  label: { color: subtleColor(theme) },
  chip: { margin: 0 },
}));

function Item(props: { label?: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <span className={classes.item}>
      {props.label && <span className={classes.label}>{props.label}</span>}
      {props.children}
    </span>
  );
}

/** The facts of the incident in a line. */
export function MetaLine() {
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem } = useDocument();
  const { outcome, entityRefs, teamRefs, labels } = postmortem;

  return (
    <Typography variant="body2" component="div" className={classes.root}>
      <Item>
        <SeverityChip
          governing={postmortem.governingSeverity}
          final={postmortem.severity}
        />
        <SeverityHistory changes={postmortem.severityHistory} />
        <EditFacts group="severity" />
      </Item>
      {outcome === 'false-alarm' && (
        <Item>{t(`outcome.${outcomeKeys[outcome]}`)}</Item>
      )}
      <Item label={t('document.meta.affected')}>
        <span>
          <EntityRefs entityRefs={entityRefs} max={3} />
        </span>
        <EditFacts group="entities" />
      </Item>
      {teamRefs.length > 0 && (
        <Item label={t('document.meta.teams', { count: teamRefs.length })}>
          <span>
            <EntityRefs entityRefs={teamRefs} max={3} />
          </span>
        </Item>
      )}
      <Item>
        <When />
        <EditFacts group="times" />
      </Item>
      <Item label={t('document.meta.owner')}>
        <Owner />
      </Item>
      {(postmortem.status === 'in-review' ||
        requestedChanges(postmortem).length > 0) && (
        <Item label={t('review.label')}>
          <ReviewLink />
        </Item>
      )}
      {labels.length > 0 && (
        <Item>
          {labels.map(label => (
            <Chip
              key={label}
              size="small"
              label={label}
              className={classes.chip}
            />
          ))}
        </Item>
      )}
    </Typography>
  );
}

/** From when to when, and how long that was. */
function When() {
  const { t } = useTexts();
  const locale = useLocale();
  const { startedAt, resolvedAt } = useDocument().postmortem;
  const start = DateTime.fromISO(startedAt);
  const end = resolvedAt && DateTime.fromISO(resolvedAt);

  return (
    <span>
      <TimeTooltip value={startedAt}>
        {start.toLocaleString(DateTime.DATETIME_MED, { locale })}
      </TimeTooltip>
      {end ? (
        <>
          {' – '}
          <TimeTooltip value={resolvedAt}>
            {end.toLocaleString(
              end.hasSame(start, 'day')
                ? DateTime.TIME_SIMPLE
                : DateTime.DATETIME_MED,
              { locale },
            )}
          </TimeTooltip>{' '}
          (<Duration from={startedAt} to={resolvedAt} />)
        </>
      ) : (
        t('document.meta.ongoing')
      )}
    </span>
  );
}
