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

import { Fragment } from 'react';
import { Content } from '@backstage/core-components';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 1fr)',
    maxWidth: theme.breakpoints.values.lg,
    margin: '0 auto',
    [theme.breakpoints.up('md')]: {
      gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
      alignItems: 'start',
    },
  },
  wide: {
    gridColumn: '1 / -1',
  },
  column: {
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
}));

/** Search across the top, the welcome and one's own work below, every other widget at the side. */
export function HomePageLayout(props: HomePageLayoutProps) {
  const classes = useStyles();
  const named = (name: string) =>
    props.widgets.find(widget => widget.name === name);
  const search = named('HomePageSearchBar');
  const welcome = named('Welcome');
  const mine = named('HomePagePostmortems');
  const others = props.widgets.filter(
    widget => ![search, welcome, mine].includes(widget),
  );

  return (
    <Content>
      <div className={classes.root}>
        <div className={classes.wide}>{search?.component}</div>
        <div className={classes.column}>
          {welcome?.component}
          {mine?.component}
        </div>
        <div className={classes.column}>
          {others.map(widget => (
            <Fragment key={widget.node.spec.id}>{widget.component}</Fragment>
          ))}
        </div>
      </div>
    </Content>
  );
}
