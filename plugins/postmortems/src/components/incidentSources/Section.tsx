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

import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { SubtleText, useKeptFocus } from '../shared';

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

/** A part of the page. A link with its id as the hash leads to it. */
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
  const { hash, key } = useLocation();

  useEffect(() => {
    if (hash === `#${id}`) ref.current?.scrollIntoView?.();
  }, [hash, id, key, ref]);

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
