import { makeStyles } from '@material-ui/core/styles';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import RadioButtonUncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import type { PublicationRequirement } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { statusColors } from '../../ui/labels/statusColors';
import { VisuallyHidden } from '../../ui/layout/VisuallyHidden';
import { subtleColor } from '../../ui/layout/subtleColor';
import { hrefOf } from '../parts';
import { useRequirementWords } from './useRequirementWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2.5),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
  },
  icon: {
    fontSize: theme.typography.pxToRem(18),
    color: subtleColor(theme),
  },
  done: { color: statusColors(theme.palette.type).met },
  link: { color: theme.palette.link },
  linkDone: { color: subtleColor(theme) },
}));

/** Requirements for publishing, each with a link to the place where it can be met. */
export function ChecklistItems(props: {
  items: PublicationRequirement[];
  onFollow?: () => void;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const nameOf = useRequirementWords();

  return (
    <ul className={classes.root}>
      {props.items.map(({ key, met }) => (
        <li key={key} className={classes.item}>
          {met ? (
            <CheckCircleIcon className={`${classes.icon} ${classes.done}`} />
          ) : (
            <RadioButtonUncheckedIcon className={classes.icon} />
          )}
          <a
            href={hrefOf(key)}
            className={met ? classes.linkDone : classes.link}
            onClick={props.onFollow}
          >
            {nameOf(key)}
          </a>
          <VisuallyHidden>
            {t(met ? 'document.checklist.done' : 'document.checklist.open')}
          </VisuallyHidden>
        </li>
      ))}
    </ul>
  );
}
