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

import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    height: sidebarConfig.drawerWidthClosed,
    color: theme.palette.common.white,
  },
  mark: {
    // Placed like the icons of the items below, so that it does not move when the sidebar opens.
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

/** The portal's mark at the top of the sidebar, with whose portal it is while the sidebar is open. */
export function SidebarBrand() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  const organization = useApi(configApiRef).getString('organization.name');

  return (
    <Link
      to="/"
      underline="none"
      className={classes.root}
      aria-label="Home page"
    >
      <span className={classes.mark}>
        <Mark />
      </span>
      {isOpen && (
        <Typography component="span" className={classes.name}>
          {organization}
        </Typography>
      )}
    </Link>
  );
}

/** A pulse that breaks and recovers; the same drawing as the favicon. */
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
