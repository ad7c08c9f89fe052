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
import type { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Progress } from '@backstage/core-components';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import { FIRST_UNSTARTED } from '../../firstQuestions';
import { useTexts } from '../../translation';
import { PanelError } from '../work/PanelError';
import { UnbegunDraft } from './UnbegunDraft';
import { WaitingIncident } from './WaitingIncident';
import { useUnstarted } from './useUnstarted';
import type { IncidentScope } from './useUnstarted';

const useStyles = makeStyles(theme => ({
  root: {
    marginBottom: theme.spacing(2),
    borderLeft: `4px solid ${theme.palette.primary.main}`,
  },
  title: { padding: theme.spacing(1, 2), fontWeight: 600 },
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  all: { margin: theme.spacing(0.5, 1) },
}));

/**
 * Before a list of postmortems: the incidents for which nobody has started one, so that they do
 * not go under in it. Where there are none, there is nothing to see.
 *
 * The list is loaded meanwhile, but shows itself only then: it would be pushed down under the
 * reader's eyes.
 */
export function UnstartedIncidents(props: {
  scope?: IncidentScope;
  children: ReactNode;
}) {
  const [limit, setLimit] = useState<number>(FIRST_UNSTARTED);
  const unstarted = useUnstarted(props.scope ?? {}, limit);
  const [isKnown, setKnown] = useState(false);
  if (!isKnown && !unstarted.loading) setKnown(true);

  return (
    <>
      {isKnown ? (
        <Strip
          unstarted={unstarted}
          showAll={
            limit === FIRST_UNSTARTED
              ? () => setLimit(LIMITS.pageSize)
              : undefined
          }
        />
      ) : (
        <Progress />
      )}
      <div hidden={!isKnown}>{props.children}</div>
    </>
  );
}

function Strip(props: {
  unstarted: ReturnType<typeof useUnstarted>;
  /** Undefined where all are asked for already. */
  showAll: (() => void) | undefined;
}) {
  const { showAll } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { value, error, retry } = props.unstarted;

  if (error) return <PanelError error={error} retry={retry} />;
  if (!value) return null;
  const { drafts, waiting } = value;
  const count = (drafts.totalItems ?? 0) + (waiting.totalItems ?? 0);
  if (count === 0) return null;

  const title = t('unstarted.title', { count });
  return (
    <Paper
      variant="outlined"
      component="section"
      className={classes.root}
      aria-label={title}
    >
      <Typography variant="body1" component="h2" className={classes.title}>
        {title}
      </Typography>
      <ul className={classes.list}>
        {drafts.items.map(postmortem => (
          <UnbegunDraft key={postmortem.id} postmortem={postmortem} />
        ))}
        {waiting.items.map(incident => (
          <WaitingIncident
            key={incident.id}
            incident={incident}
            onCovered={retry}
          />
        ))}
      </ul>
      {showAll && drafts.items.length + waiting.items.length < count && (
        <Button size="small" className={classes.all} onClick={showAll}>
          {t('unstarted.showAll', { value: String(count) })}
        </Button>
      )}
    </Paper>
  );
}
