import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import EditIcon from '@material-ui/icons/Edit';
import { postmortemAssignPermission } from 'backstage-plugin-postmortems-common';
import { useMay } from '../../data/useMay';
import { useTexts } from '../../texts/useTexts';
import { IconButton } from '../../ui/controls/IconButton';
import { useDocument } from '../useDocument';
import { FactsDialog } from './FactsDialog';
import type { FactGroup } from './facts';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(0.5) },
  icon: { fontSize: theme.typography.pxToRem(16) },
}));

/** Button that opens a group of facts for editing. */
export function EditFacts(props: { group: FactGroup }) {
  const { group } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { writing, postmortem } = useDocument();
  const canAssign = useMay(postmortemAssignPermission, postmortem.id);
  const [open, setOpen] = useState(false);
  const label = t(`document.facts.${group}`);

  // Affected entities determine the owning teams, so changing them requires permission to assign.
  const may = writing && (group !== 'entities' || canAssign);
  // A dialog that is already open stays open if the permission is lost.
  if (!may && !open) return null;
  return (
    <>
      <IconButton
        className={classes.root}
        label={label}
        tooltip={label}
        onClick={() => setOpen(true)}
      >
        <EditIcon className={classes.icon} />
      </IconButton>
      {open && <FactsDialog group={group} onClose={() => setOpen(false)} />}
    </>
  );
}
