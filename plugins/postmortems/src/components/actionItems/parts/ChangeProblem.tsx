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

import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../translation';
import type { ActionItemField, ActionItemProblem } from './useActionItemWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'block',
    ...theme.typography.caption,
    // Inside a table cell it would inherit "no wrapping".
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
  },
}));

/** Beside what was to be changed: why it was not. */
export function ChangeProblem(props: {
  problem?: ActionItemProblem;
  /** Fields that are there to show what is wrong with them. */
  fields?: ActionItemField[];
}) {
  const { problem, fields = [] } = props;
  const classes = useStyles();
  const { t } = useTexts();
  if (!problem) return null;
  if (problem.field && fields.includes(problem.field)) return null;
  return (
    <span role="alert" className={classes.root}>
      {t('actionItem.notSaved', { message: problem.message })}
    </span>
  );
}
