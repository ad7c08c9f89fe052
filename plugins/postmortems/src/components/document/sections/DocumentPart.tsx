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

import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { CommentMarker } from '../comments/CommentMarker';
import { isCommentable } from '../comments/threads';
import { useKeptFocus } from '../../shared';
import { useTitles } from '../hooks/useTitles';
import { anchorOf } from '../model/outline';
import type { OutlineKey } from '../model/outline';
import { Heading } from './Heading';

const useStyles = makeStyles(theme => ({
  3: { marginBottom: theme.spacing(5) },
  4: { marginTop: theme.spacing(2), marginBottom: theme.spacing(3) },
  body: { marginTop: theme.spacing(1) },
}));

/** A heading of the document and what stands below it. */
export function DocumentPart(props: {
  partKey: OutlineKey;
  level: 3 | 4;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { partKey, level, actions, children } = props;
  const classes = useStyles();
  const titleOf = useTitles();
  const keptFocus = useKeptFocus<HTMLElement>();
  return (
    <section
      {...keptFocus}
      className={classes[level]}
      aria-labelledby={`${anchorOf(partKey)}-heading`}
    >
      <Heading
        sectionKey={partKey}
        level={level}
        actions={actions}
        marker={isCommentable(partKey) && <CommentMarker anchor={partKey} />}
      >
        {titleOf(partKey)}
      </Heading>
      <div className={classes.body}>{children}</div>
    </section>
  );
}
