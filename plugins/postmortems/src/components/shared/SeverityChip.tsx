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

import { makeStyles, useTheme } from '@material-ui/core/styles';
import { useTexts } from '../../translation';
import { subtleColor } from './subtleColor';
import { Hint } from './Hint';
import { VisuallyHidden } from './VisuallyHidden';
import { severityColors } from './severityColors';
import { usePolicy } from './usePolicy';

const useStyles = makeStyles(theme => ({
  chip: {
    display: 'inline-block',
    whiteSpace: 'nowrap',
    padding: theme.spacing(0.25, 0.75),
    borderRadius: theme.shape.borderRadius,
    fontSize: theme.typography.pxToRem(12),
    lineHeight: 1.4,
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
  },
  final: {
    marginLeft: theme.spacing(0.5),
    fontSize: theme.typography.pxToRem(12),
    color: subtleColor(theme),
  },
}));

function Chip(props: { severity: string }) {
  const { severity } = props;
  const classes = useStyles();
  const theme = useTheme();
  const severities = usePolicy()?.severities;
  const rank = severities?.find(each => each.id === severity)?.rank;

  // A severity that is not configured any more has no rank: it is shown, but stands out less.
  const colors =
    severities && rank
      ? severityColors(rank, severities.length, theme.palette.type)
      : {
          background: theme.palette.action.selected,
          text: theme.palette.text.primary,
        };
  return (
    <span
      className={classes.chip}
      style={{ backgroundColor: colors.background, color: colors.text }}
    >
      {severity}
    </span>
  );
}

/**
 * The governing severity, by which the postmortem is judged, and, where it was lowered since,
 * what it is now.
 */
export function SeverityChip(props: { governing: string; final?: string }) {
  const { governing, final } = props;
  const classes = useStyles();
  const { t } = useTexts();

  if (final === undefined || final === governing) {
    return <Chip severity={governing} />;
  }
  return (
    <Hint title={t('severity.lowered', { governing, final })}>
      <Chip severity={governing} />
      <span className={classes.final}>
        <span aria-hidden>↓ </span>
        <VisuallyHidden>{t('severity.loweredTo')} </VisuallyHidden>
        {final}
      </span>
    </Hint>
  );
}
