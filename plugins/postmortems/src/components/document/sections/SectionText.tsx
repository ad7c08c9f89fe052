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

import { MarkdownContent } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { nestHeadings } from '../model/nestHeadings';
import { subtleColor } from '../../shared';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body1,
    lineHeight: 1.5,
    overflowWrap: 'break-word',
    '& > :first-child': { marginTop: 0 },
    '& > :last-child': { marginBottom: 0 },
    '& h4, & h5, & h6': {
      ...theme.typography.subtitle1,
      fontWeight: 600,
      margin: theme.spacing(2.5, 0, 1),
    },
    // Within text, color alone would not tell a link.
    '& a': { textDecoration: 'underline' },
    '& pre': { overflowX: 'auto' },
    '& table': { display: 'block', maxWidth: '100%', overflowX: 'auto' },
    '& th, & td': { padding: theme.spacing(0.75, 1.5), lineHeight: 1.5 },
    '& blockquote': {
      margin: theme.spacing(2, 0),
      paddingLeft: theme.spacing(2),
      borderLeft: `3px solid ${theme.palette.divider}`,
      color: subtleColor(theme),
    },
  },
  prose: {
    fontSize: theme.typography.pxToRem(17),
    lineHeight: 1.6,
    // About 70 characters.
    maxWidth: '36rem',
  },
}));

/** Markdown as text to read. The renderer drops scripts, event handlers and unsafe links. */
export function SectionText(props: {
  markdown: string;
  /** The level of the heading that the text stands under. */
  headingLevel: number;
  /** Text to read at length, rather than a remark. */
  prose?: boolean;
}) {
  const classes = useStyles();
  return (
    <MarkdownContent
      className={`${classes.root} ${props.prose ? classes.prose : ''}`}
      content={nestHeadings(props.markdown, props.headingLevel)}
    />
  );
}
