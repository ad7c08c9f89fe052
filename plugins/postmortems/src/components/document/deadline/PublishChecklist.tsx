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
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { publicationRequirements } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { ComplianceStatusLabel, SubtleText } from '../../shared';
import { useDocument } from '../hooks/useDocument';
import { useSteps } from '../hooks/useSteps';
import { FrozenDocument } from '../dialogs/FrozenDocument';
import { StatusDialog } from '../dialogs/StatusDialog';
import { TRANSITIONS } from '../model/lifecycle';
import { Card } from './Card';
import { ChecklistItems } from './ChecklistItems';

const useStyles = makeStyles(theme => ({
  next: { marginTop: theme.spacing(1.5), textAlign: 'right' },
}));

/**
 * Stands where the deadline does while the page is edited: what is left until publishing, and the next
 * step towards it.
 */
export function PublishChecklist() {
  const { t } = useTexts();
  const { postmortem } = useDocument();
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const [next] = TRANSITIONS[postmortem.status];
  const { steps, loading } = useSteps();
  const items = publicationRequirements(postmortem);
  const left = items.filter(({ met }) => !met).length;

  return (
    <Card
      label={t('document.checklist.title')}
      title={
        <>
          {t('document.checklist.title')}
          {': '}
          <span aria-live="polite">
            {left === 0
              ? t('document.checklist.complete')
              : t('document.checklist.left', { count: left })}
          </span>
        </>
      }
      aside={<ComplianceStatusLabel postmortem={postmortem} />}
    >
      <Typography variant="body2" component="div">
        <ChecklistItems items={items} />
      </Typography>
      <div className={classes.next}>
        {steps.includes(next) ? (
          <Button
            size="small"
            color="primary"
            variant={left === 0 ? 'contained' : 'outlined'}
            onClick={() => setOpen(true)}
          >
            {t(`document.transition.${next.name}.action`)}
          </Button>
        ) : (
          !loading && (
            <SubtleText>{t('document.checklist.mayNotPublish')}</SubtleText>
          )
        )}
      </div>
      {open && (
        <FrozenDocument>
          <StatusDialog transition={next} onClose={() => setOpen(false)} />
        </FrozenDocument>
      )}
    </Card>
  );
}
