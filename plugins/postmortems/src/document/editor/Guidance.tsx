import { useState } from 'react';
import Collapse from '@material-ui/core/Collapse';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import type { SectionKey } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { subtleColor } from '../../ui/layout/subtleColor';

const useStyles = makeStyles(theme => ({
  button: { textTransform: 'none', textAlign: 'left' },
  icon: { transition: theme.transitions.create('transform') },
  open: { transform: 'rotate(180deg)' },
  text: {
    padding: theme.spacing(0.5, 1, 1),
    color: subtleColor(theme),
  },
}));

/**
 * A one-line description of a section's purpose that expands to guidance. The texts are in
 * `texts/document.ts`, under `document.section`.
 */
export function Guidance(props: { sectionKey: SectionKey }) {
  const { sectionKey } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const [open, setOpen] = useState(false);

  return (
    <>
      <Button
        size="small"
        className={classes.button}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        endIcon={
          <ExpandMoreIcon
            className={`${classes.icon} ${open ? classes.open : ''}`}
          />
        }
      >
        {t(`document.section.${sectionKey}.prompt`)}
      </Button>
      <Collapse in={open}>
        <Typography variant="body2" className={classes.text}>
          {t(`document.section.${sectionKey}.guidance`)}
        </Typography>
      </Collapse>
    </>
  );
}
