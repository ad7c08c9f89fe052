import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { publicationRequirements } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { ComplianceStatusLabel } from '../../ui/labels/ComplianceStatusLabel';
import { SubtleText } from '../../ui/layout/SubtleText';
import { FrozenDocument } from '../dialogs/FrozenDocument';
import { StatusDialog } from '../lifecycle/StatusDialog';
import { TRANSITIONS } from '../lifecycle/lifecycle';
import { useSteps } from '../lifecycle/useSteps';
import { useDocument } from '../useDocument';
import { ApproversNote } from './ApproversNote';
import { Card } from './Card';
import { ChecklistItems } from './ChecklistItems';

const useStyles = makeStyles(theme => ({
  next: { marginTop: theme.spacing(1.5), textAlign: 'right' },
}));

/**
 * Requirements for publishing and the next step. Replaces the deadline while the page is being
 * edited.
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
      {items.some(({ key, met }) => key === 'approvals' && !met) && (
        <ApproversNote />
      )}
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
