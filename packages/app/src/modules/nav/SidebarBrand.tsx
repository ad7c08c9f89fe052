import { sidebarConfig, useSidebarOpenState } from '@backstage/core-components';
import {
  RouterLink,
  configApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    height: sidebarConfig.drawerWidthClosed,
    color: theme.palette.common.white,
    textDecoration: 'none',
  },
  mark: {
    // Aligned with the icons below, so that it doesn't move when the sidebar opens.
    width: sidebarConfig.iconContainerWidth,
    marginRight: -theme.spacing(2),
    flexShrink: 0,
    textAlign: 'center',
    lineHeight: 0,
  },
  name: {
    fontWeight: 600,
    whiteSpace: 'nowrap',
  },
}));

/** The portal's logo at the top of the sidebar. Its name is shown while the sidebar is open. */
export function SidebarBrand() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  const organization = useApi(configApiRef).getString('organization.name');

  return (
    <RouterLink href="/" className={classes.root} aria-label="Home page">
      <span className={classes.mark}>
        <Mark />
      </span>
      {isOpen && (
        <Typography component="span" className={classes.name}>
          {organization}
        </Typography>
      )}
    </RouterLink>
  );
}

/** A pulse that flatlines and recovers, as in the favicon. */
function Mark() {
  return (
    <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#1f6feb" />
      <path
        d="M4 16h6l3-7 5 15 3.5-10 2 2H28"
        fill="none"
        stroke="#fff"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
