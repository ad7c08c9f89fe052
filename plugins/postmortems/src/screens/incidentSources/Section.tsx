import { useEffect } from 'react';
import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useKeptFocus } from '../../ui/focus/useKeptFocus';
import { SubtleText } from '../../ui/layout/SubtleText';
import { useLocation } from '../../ui/navigation/location';
import { useVisit } from '../../ui/navigation/useVisit';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(4) },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(1),
  },
  words: { maxWidth: 720 },
}));

/** A part of the page, with an id to link to. */
export function Section(props: {
  id: string;
  title: string;
  text?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { id, title, text, actions } = props;
  const classes = useStyles();
  const keptFocus = useKeptFocus<HTMLElement>();
  const { ref } = keptFocus;
  const { hash } = useLocation();
  const visit = useVisit();

  useEffect(() => {
    if (hash === `#${id}`) ref.current?.scrollIntoView?.();
  }, [hash, id, visit, ref]);

  return (
    <section
      {...keptFocus}
      className={classes.root}
      aria-labelledby={`${id}-title`}
    >
      <div className={classes.head}>
        <div className={classes.words}>
          <Typography variant="h6" component="h2" id={`${id}-title`}>
            {title}
          </Typography>
          {text && <SubtleText>{text}</SubtleText>}
        </div>
        {actions}
      </div>
      {props.children}
    </section>
  );
}
