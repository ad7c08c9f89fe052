import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { subtleColor } from '../../ui/layout/subtleColor';
import { PARTS, anchorOf } from '../parts';
import { useSimilar } from '../parts/related/useSimilar';
import { useActiveAnchor } from '../useAnchors';
import { EditedMark } from '../presence/EditedMark';
import { useDocument } from '../useDocument';
import { useTitles } from '../useTitles';

const useStyles = makeStyles(theme => ({
  root: {
    marginBottom: theme.spacing(3),
    // Hidden in narrow windows, where it would be above the text.
    [theme.breakpoints.down('sm')]: { display: 'none' },
  },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  link: {
    display: 'block',
    padding: theme.spacing(0.5, 1.5),
    borderLeft: `2px solid ${theme.palette.divider}`,
    color: subtleColor(theme),
    textDecoration: 'none',
    '&:hover': { color: theme.palette.text.primary },
  },
  active: {
    color: theme.palette.text.primary,
    borderLeftColor: theme.palette.primary.main,
  },
}));

/** Headings of the document, with the current one highlighted. */
export function OnThisPage() {
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem, writing } = useDocument();
  const titleOf = useTitles();
  const hasSimilar = useSimilar().length > 0;
  const keys = PARTS.filter(
    part =>
      writing ||
      !part.isEmpty?.(postmortem) ||
      (part.key === 'related' && hasSimilar),
  ).map(({ key }) => key);
  const active = useActiveAnchor(keys.map(anchorOf));

  return (
    <nav className={classes.root} aria-label={t('document.onThisPage')}>
      <Typography variant="overline" component="h3">
        {t('document.onThisPage')}
      </Typography>
      <ul className={classes.list}>
        {keys.map(key => {
          const isActive = active === anchorOf(key);
          return (
            <li key={key}>
              <Typography
                variant="body2"
                component="a"
                href={`#${anchorOf(key)}`}
                className={`${classes.link} ${isActive ? classes.active : ''}`}
                aria-current={isActive ? 'location' : undefined}
              >
                {titleOf(key)}
                <EditedMark partKey={key} />
              </Typography>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
