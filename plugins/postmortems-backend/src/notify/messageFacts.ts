import type { Knex } from 'knex';
import type { Message } from './message';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { lastNewsOf } from '../postmortem/lastNews';
import { workCalendarOf } from './reminder/workCalendar';
import type { ReminderFacts } from './reminder/ReminderTrigger';
import type { NotifyContext } from './context';

/**
 * Loads a postmortem's reminder facts, with a lock on the postmortem.
 *
 * @returns undefined if it was deleted
 */
export async function loadFactsForChange(
  ctx: NotifyContext,
  tx: Knex,
  number: number,
): Promise<ReminderFacts | undefined> {
  const postmortem = await ctx.postmortems.get(tx, number, { lock: true });
  const [facts] = await complete(ctx, tx, postmortem ? [postmortem] : []);
  return facts;
}

/** Facts that determine what a recipient may be told. */
export interface MessageFacts extends ReminderFacts {
  watcherRefs: string[];
}

/**
 * Loads the facts that determine what recipients may be told.
 *
 * @returns by number, without deleted postmortems
 */
export async function loadFacts(
  ctx: NotifyContext,
  knex: Knex,
  numbers: number[],
): Promise<Map<number, MessageFacts>> {
  const unique = [...new Set(numbers)];
  const postmortems = await ctx.postmortems.getMany(knex, unique);
  const all = await complete(ctx, knex, postmortems);
  const watchers = await ctx.watchers.listOf(knex, unique);
  return new Map(
    all.map(facts => {
      const { number } = facts.postmortem;
      return [number, { ...facts, watcherRefs: watchers.get(number) ?? [] }];
    }),
  );
}

/** The numbers of the postmortems that the messages are about. */
export function subjectsOf(messages: Message[]): number[] {
  return messages.flatMap(({ postmortem }) => postmortem ?? []);
}

/** The groups that connect people to a postmortem, and users who own its entities directly. */
export function groupsIn({ postmortem, actionItems }: ReminderFacts): string[] {
  const teams = [
    ...postmortem.teamRefs,
    ...actionItems.flatMap(({ teamRefs }) => teamRefs),
  ];
  const named = [
    ...postmortem.reviewerRefs,
    ...actionItems.flatMap(({ ownerRef }) => ownerRef ?? []),
  ];
  return [
    ...new Set([...teams, ...named.filter(ref => ref.startsWith('group:'))]),
  ];
}

async function complete(
  ctx: NotifyContext,
  tx: Knex,
  postmortems: PostmortemRecord[],
): Promise<ReminderFacts[]> {
  if (postmortems.length === 0) return [];
  const items = await ctx.actionItems.listOf(
    tx,
    postmortems.map(({ number }) => number),
  );
  const teams = await ctx.actionItems.teamsOf(
    tx,
    items.map(item => item.rowId),
  );
  const lastNews = await lastNewsOf(ctx, tx, postmortems);
  return postmortems.map(postmortem => ({
    postmortem,
    actionItems: items
      .filter(item => item.postmortem === postmortem.number)
      .map(item => ({ ...item, teamRefs: teams.get(item.rowId) ?? [] })),
    calendar: workCalendarOf(postmortem, ctx.policy),
    lastNewsAt: lastNews.get(postmortem.number),
  }));
}
