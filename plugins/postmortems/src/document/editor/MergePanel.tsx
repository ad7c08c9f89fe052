import { useMemo, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  conflictsOf,
  mergeTexts,
  mergedText,
} from 'backstage-plugin-postmortems-common';
import type {
  MergeConflict,
  Section,
} from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { useCurrentUser } from '../../ui/fields/useCurrentUser';
import { LineComparison } from '../parts/history/LineComparison';
import { bothVersions } from './bothVersions';

const useStyles = makeStyles(theme => ({
  root: {
    margin: theme.spacing(0, 1.5, 1),
    padding: theme.spacing(1.5),
    border: `1px solid ${theme.palette.warning.main}`,
    borderRadius: theme.shape.borderRadius,
  },
  conflict: { marginTop: theme.spacing(1.5) },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
}));

/** Identifies a conflict by its lines, so that a choice is dropped if they change. */
function keyOf(conflict: MergeConflict, index: number): string {
  return JSON.stringify([index, conflict.mine, conflict.theirs]);
}

/**
 * Asks which version to keep where two people changed the same lines. Everything else is merged.
 * The editor below can still be used.
 */
export function MergePanel(props: {
  /** The text that both versions are based on. */
  base: string;
  theirs: Section;
  mine: string;
  onResolve: (text: string) => void;
}) {
  const { base, theirs, mine, onResolve } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const me = useCurrentUser();
  const parts = useMemo(
    () => mergeTexts(base, mine, theirs.markdown),
    [base, mine, theirs],
  );
  const [decisions, setDecisions] = useState<Record<string, string[]>>({});
  const conflicts = conflictsOf(parts);

  function decide(key: string, lines: string[]) {
    const next = { ...decisions, [key]: lines };
    setDecisions(next);
    if (conflicts.every((each, index) => next[keyOf(each, index)])) {
      onResolve(mergedText(parts, (each, index) => next[keyOf(each, index)]));
    }
  }

  return (
    <div className={classes.root} role="alert">
      <Typography variant="subtitle2" component="p">
        <MergeTitle by={theirs.updatedBy} me={me} />
      </Typography>
      <Typography variant="body2">{t('document.merge.explanation')}</Typography>
      {conflicts.length === 0 && (
        <div className={classes.actions}>
          <Button
            size="small"
            color="primary"
            onClick={() => onResolve(mergedText(parts)!)}
          >
            {t('document.merge.continue')}
          </Button>
        </div>
      )}
      {conflicts.map((conflict, index) => {
        const key = keyOf(conflict, index);
        const chosen = decisions[key];
        const both = bothVersions(conflict);
        const choices = [
          { label: t('document.merge.mine'), lines: conflict.mine },
          { label: t('document.merge.theirs'), lines: conflict.theirs },
          ...(both ? [{ label: t('document.merge.both'), lines: both }] : []),
        ];
        return (
          <div
            key={key}
            role="group"
            aria-label={t('document.merge.place', {
              number: String(index + 1),
              total: String(conflicts.length),
            })}
            className={classes.conflict}
          >
            <LineComparison
              before={conflict.theirs.join('\n')}
              after={conflict.mine.join('\n')}
              beforeLabel={t('document.merge.onlyTheirs')}
              afterLabel={t('document.merge.onlyMine')}
            />
            <div className={classes.actions}>
              {choices.map(({ label, lines }) => (
                <Button
                  key={label}
                  size="small"
                  color="primary"
                  variant={
                    chosen?.join('\n') === lines.join('\n')
                      ? 'contained'
                      : 'text'
                  }
                  aria-pressed={chosen?.join('\n') === lines.join('\n')}
                  onClick={() => decide(key, lines)}
                >
                  {label}
                </Button>
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}

function MergeTitle(props: { by: string | undefined; me: string | undefined }) {
  const { by, me } = props;
  const { t } = useTexts();
  if (by && by === me) return <>{t('document.merge.titleOwn')}</>;
  if (!by?.startsWith('user:')) return <>{t('document.merge.title')}</>;
  return (
    <>
      {t('document.merge.titleBy', {
        user: <EntityRefLink entityRef={by} hideIcon />,
      })}
    </>
  );
}
