import { makeStyles } from '@material-ui/core/styles';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { StartPostmortemButton } from '../../ui/controls/StartPostmortemButton';
import type { PostmortemFilterName } from '../../ui/filters/FilterBar';
import { SubtleText } from '../../ui/layout/SubtleText';
import { UnstartedIncidents } from '../incidents/UnstartedIncidents';
import { FirstVisit } from '../list/FirstVisit';
import { DEFAULT_COLUMNS } from '../list/columns';
import { PostmortemList } from '../list/PostmortemList';
import { ActionItemFigures } from './ActionItemFigures';
import { Figures, FiguresSkeleton } from './Figures';
import { useEntityFigures } from './useEntityFigures';

const FILTERS: PostmortemFilterName[] = [
  'severity',
  'status',
  'complianceStatus',
  'edited',
  'resolved',
  'hasExceptions',
  'date',
  'q',
];

const useStyles = makeStyles(theme => ({
  summary: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    marginBottom: theme.spacing(2),
  },
  start: { marginLeft: 'auto' },
}));

/** An entity's Postmortems tab: figures and postmortems. */
export function EntityPostmortems() {
  const classes = useStyles();
  const { t } = useTexts();
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  const { value: figures, loading, error, retry } = useEntityFigures(ref);

  return (
    <>
      {figures?.postmortems.total !== 0 && (
        <div className={classes.summary}>
          {figures && (
            <>
              <Figures figures={figures.postmortems} />
              <ActionItemFigures
                figures={figures.actionItems}
                entityRef={ref}
              />
            </>
          )}
          {!figures && loading && <FiguresSkeleton />}
          {error && (
            <SubtleText role="alert" component="div">
              {t('figures.error')}{' '}
              <Button size="small" onClick={retry}>
                {t('state.retry')}
              </Button>
            </SubtleText>
          )}
          <div className={classes.start}>
            <StartPostmortemButton entityRef={ref} />
          </div>
        </div>
      )}
      <UnstartedIncidents
        key={`unstarted ${ref}`}
        scope={{ entityRef: [ref] }}
        filters={FILTERS}
      >
        <PostmortemList
          name="entity"
          // Remounts for another entity, so that no data from the previous one is shown.
          key={ref}
          within={{ entityRef: [ref] }}
          filters={FILTERS}
          columns={DEFAULT_COLUMNS.entity}
          firstVisit={<FirstVisit entityRef={ref} />}
        />
      </UnstartedIncidents>
    </>
  );
}
