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
import type { SectionKey } from 'backstage-plugin-postmortems-common';
import { ActionItems } from './actionItems/ActionItems';
import { OnThisPage } from './aside/OnThisPage';
import { People } from './aside/People';
import { DeadlineCard } from './deadline/DeadlineCard';
import { PublishChecklist } from './deadline/PublishChecklist';
import { usePreloadedEditor } from './editor/SectionEditor';
import { ContributingFactors } from './factors/ContributingFactors';
import { DocumentHeader } from './header/DocumentHeader';
import { PublishedNotice } from './header/PublishedNotice';
import { History } from './history/History';
import { useScrollToAnchor } from './hooks/useAnchors';
import { useDocument } from './hooks/useDocument';
import { IncidentPart } from './incident/IncidentPart';
import { SourceDifferences } from './incident/SourceDifferences';
import { MeetingPart } from './meeting/MeetingPart';
import { ReviewNotice } from './review/ReviewNotice';
import { ReviewPart } from './review/ReviewPart';
import { ReviewProvider } from './review/ReviewProvider';
import { Related } from './sections/Related';
import { SectionBlock } from './sections/SectionBlock';
import { SectionGroup } from './sections/SectionGroup';
import { Timeline } from './timeline/Timeline';

const useStyles = makeStyles(theme => ({
  // The light letters of a dark theme could not be read on paper.
  root: { '@media print': { '&, & *': { color: '#000 !important' } } },
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

/** The page of one postmortem, to read and to edit in the same place. */
export function PostmortemDocument() {
  const classes = useStyles();
  const { postmortem, editing } = useDocument();
  useScrollToAnchor();
  usePreloadedEditor(editing);

  function section(key: SectionKey) {
    const found = postmortem.sections.find(each => each.key === key);
    return found && <SectionBlock section={found} level={3} />;
  }

  return (
    <ReviewProvider>
      <div className={classes.root}>
        <DocumentHeader />
        <div className={classes.columns}>
          <div>
            <SourceDifferences />
            <ReviewNotice />
            {editing && postmortem.status === 'published' && (
              <PublishedNotice />
            )}
            {editing && postmortem.status !== 'published' ? (
              <PublishChecklist />
            ) : (
              <DeadlineCard />
            )}
            {section('summary')}
            {section('impact')}
            {section('what-happened')}
            <Timeline />
            <ContributingFactors />
            {section('resolution')}
            <SectionGroup group="response" />
            <ActionItems />
            <SectionGroup group="messages" />
            <Related />
            <ReviewPart />
            <MeetingPart />
            <History />
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
