import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import { useTexts } from '../../texts/useTexts';
import { Button, printedAsText } from '../../ui/controls/Button';
import { MenuButton } from '../../ui/controls/MenuButton';
import { StatusLabel } from '../../ui/labels/StatusLabel';
import { statusKeys } from '../../ui/labels/keys';
import { FrozenDocument } from '../dialogs/FrozenDocument';
import { StatusDialog } from '../lifecycle/StatusDialog';
import type { Transition } from '../lifecycle/lifecycle';
import { useSteps } from '../lifecycle/useSteps';
import { useDocument } from '../useDocument';

const useStyles = makeStyles({ button: printedAsText });

/** Status and available transitions. */
export function StatusMenu() {
  const classes = useStyles();
  const { t } = useTexts();
  const { status } = useDocument().postmortem;
  const { steps } = useSteps();
  const [transition, setTransition] = useState<Transition>();

  if (steps.length === 0) {
    return (
      <Typography variant="subtitle1" component="span">
        <StatusLabel status={status} />
      </Typography>
    );
  }
  return (
    <>
      <MenuButton
        entries={steps.map(each => ({
          label: t(`document.transition.${each.name}.menu`),
          onSelect: () => setTransition(each),
        }))}
      >
        {opener => (
          <Button
            variant="outlined"
            className={classes.button}
            endIcon={<ArrowDropDownIcon />}
            aria-label={t('document.statusMenu', {
              status: t(`status.${statusKeys[status]}`),
            })}
            {...opener}
          >
            <StatusLabel status={status} />
          </Button>
        )}
      </MenuButton>
      {transition && (
        <FrozenDocument>
          <StatusDialog
            transition={transition}
            onClose={() => setTransition(undefined)}
          />
        </FrozenDocument>
      )}
    </>
  );
}
