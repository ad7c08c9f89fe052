import { flatten } from '../translated';
import type { TranslatedMessages } from '../translated';
import { actionItemList } from './actionItemList';
import { actionItems } from './actionItems';
import { comments } from './comments';
import { deletion } from './deletion';
import { document } from './document';
import { drafts } from './drafts';
import { feeds } from './feeds';
import { imports } from './imports';
import { incidentSources } from './incidentSources';
import { incidents } from './incidents';
import { insights } from './insights';
import { lists } from './lists';
import { meeting } from './meeting';
import { merge } from './merge';
import { notifications } from './notifications';
import { ownership } from './ownership';
import { review } from './review';
import { shared } from './shared';
import { similar } from './similar';
import { work } from './work';

// The types of the parts ensure that no text is missing. Flattening keeps all texts, but its type
// can't express that.
const german = flatten({
  ...shared,
  ...lists,
  ...insights,
  ...deletion,
  ...document,
  ...actionItems,
  ...work,
  ...ownership,
  ...notifications,
  ...comments,
  ...review,
  ...meeting,
  ...merge,
  ...incidentSources,
  ...incidents,
  ...imports,
  ...actionItemList,
  ...drafts,
  ...similar,
  ...feeds,
}) as unknown as TranslatedMessages;

/** German texts. The glossary is in docs/languages.md. */
export default german;
