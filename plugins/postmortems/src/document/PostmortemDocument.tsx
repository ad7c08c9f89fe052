import type { ComponentType } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { OnThisPage } from './aside/OnThisPage';
import { People } from './aside/People';
import { DeadlineCard } from './deadline/DeadlineCard';
import { PublishChecklist } from './deadline/PublishChecklist';
import { UnsavedTexts } from './drafts/UnsavedTexts';
import { usePreloadedEditor } from './editor/SectionEditor';
import { DocumentHeader } from './header/DocumentHeader';
import { PublishedNotice } from './header/PublishedNotice';
import { ImportNotice } from './imported/ImportNotice';
import { IncidentPart } from './incident/IncidentPart';
import { StillOngoing } from './incident/StillOngoing';
import { SourceDifferences } from './incident/SourceDifferences';
import { PARTS } from './parts';
import type { OutlineKey, PartKey } from './parts';
import { ActionItems } from './parts/actionItems/ActionItems';
import { ContributingFactors } from './parts/contributingFactors/ContributingFactors';
import { History } from './parts/history/History';
import { MeetingPart } from './parts/meeting/MeetingPart';
import { Related } from './parts/related/Related';
import { ReviewNotice } from './parts/review/ReviewNotice';
import { ReviewPart } from './parts/review/ReviewPart';
import { ReviewProvider } from './parts/review/ReviewProvider';
import { SectionBlock } from './parts/sections/SectionBlock';
import { SectionGroup } from './parts/sections/SectionGroup';
import { Timeline } from './parts/timeline/Timeline';
import { useScrollToAnchor } from './useAnchors';
import { useDocument } from './useDocument';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 42rem) 14rem',
    gap: theme.spacing(6),
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 42rem)',
      gap: 0,
    },
    '@media print': { display: 'block' },
  },
  aside: {
    [theme.breakpoints.up('md')]: {
      position: 'sticky',
      top: theme.spacing(3),
      alignSelf: 'start',
      maxHeight: `calc(100vh - ${theme.spacing(6)}px)`,
      overflowY: 'auto',
    },
    '@media print': { display: 'none' },
  },
}));

/** Parts that are neither a section nor a group of sections. */
const COMPONENTS: Record<
  Exclude<PartKey, 'response' | 'messages'>,
  ComponentType
> = {
  timeline: Timeline,
  'contributing-factors': ContributingFactors,
  'action-items': ActionItems,
  related: Related,
  review: ReviewPart,
  meeting: MeetingPart,
  history: History,
};

function PartOf(props: { partKey: OutlineKey }) {
  const { partKey } = props;
  const { postmortem } = useDocument();
  if (partKey === 'response' || partKey === 'messages') {
    return <SectionGroup group={partKey} />;
  }
  const section = postmortem.sections.find(({ key }) => key === partKey);
  if (section) return <SectionBlock section={section} level={3} />;
  const Component: ComponentType | undefined =
    COMPONENTS[partKey as keyof typeof COMPONENTS];
  return Component ? <Component /> : null;
}

/** The page for a postmortem, for reading and editing in place. */
export function PostmortemDocument() {
  const classes = useStyles();
  const { postmortem, editing } = useDocument();
  useScrollToAnchor();
  usePreloadedEditor(editing);

  return (
    <ReviewProvider>
      <div>
        <DocumentHeader />
        <div className={classes.columns}>
          <div>
            <UnsavedTexts />
            <StillOngoing />
            <SourceDifferences />
            <ImportNotice />
            <ReviewNotice />
            {editing && postmortem.status === 'published' && (
              <PublishedNotice />
            )}
            {editing && postmortem.status !== 'published' ? (
              <PublishChecklist />
            ) : (
              <DeadlineCard />
            )}
            {PARTS.map(({ key }) => (
              <PartOf key={key} partKey={key} />
            ))}
          </div>
          <aside className={classes.aside}>
            <OnThisPage />
            <IncidentPart />
            <People />
          </aside>
        </div>
      </div>
    </ReviewProvider>
  );
}
