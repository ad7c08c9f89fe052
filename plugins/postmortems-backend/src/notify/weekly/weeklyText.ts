import type { Message } from '../message';
import type { MessagePayload } from '../messageTexts';
import type { NameOf } from '../directTexts';
import { RANGE_DAYS } from './groupFigures';
import type { GroupFigures } from './groupFigures';
import { wholePercent } from '../../kernel/wholePercent';

/** Maximum number of groups in a digest. Any others are only counted. */
const SPELT_OUT = 10;

const NOT_COUNTED = 'Restricted postmortems are not counted.';

/** Renders a weekly digest: five lines for each group, each number with the link to its list. */
export function weeklyDigest(
  message: Message,
  nameOf: NameOf,
  appUrl: string = '',
): MessagePayload {
  const groups = message.details?.groups ?? [];
  const shown = groups.slice(0, SPELT_OUT);
  const more = groups.length - shown.length;
  const isOne = groups.length === 1;
  const blocks = shown.map(figures => {
    const lines = linesOf(figures, appUrl);
    return (isOne ? lines : [nameOf(figures.groupRef), ...lines]).join('\n');
  });
  if (more > 0)
    blocks.push(`and ${more} more ${more === 1 ? 'group' : 'groups'}`);
  return {
    title: `Weekly digest for ${
      isOne ? nameOf(groups[0].groupRef) : `${groups.length} groups`
    }`,
    description: [...blocks, NOT_COUNTED].join(isOne ? '\n' : '\n\n'),
    link: isOne
      ? pathOf('compliance', { groupBy: ['quarter'], ...teamOf(groups[0]) })
      : '/postmortems/compliance',
    topic: 'weekly-digest',
    severity: 'normal',
    scope: message.reason,
  };
}

type Search = Record<string, string[]>;

function linesOf(figures: GroupFigures, appUrl: string): string[] {
  const team = teamOf(figures);
  const { startedAfter, startedBefore } = figures.range;
  const range = {
    startedAfter: [startedAfter],
    startedBefore: [startedBefore],
  };
  const line = (text: string, count: number, path: string, search: Search) =>
    count > 0 ? `${text} ${appUrl}${pathOf(path, search)}` : text;
  const counted = (label: string, count: number, path: string, more: Search) =>
    line(`${label}: ${count}`, count, path, { ...team, ...more });

  const { onTime, onTimeBefore } = figures;
  return [
    line(
      `On time in the last ${RANGE_DAYS} days: ${rate(onTime)}, before: ${rate(
        onTimeBefore,
      )}`,
      onTime.due,
      'all',
      { ...team, ...range, complianceStatus: ['met', 'late', 'overdue'] },
    ),
    counted('Overdue postmortems', figures.overduePostmortems, 'all', {
      complianceStatus: ['overdue'],
    }),
    counted(
      'Overdue action items',
      figures.overdueActionItems,
      'action-items',
      {
        overdue: ['true'],
      },
    ),
    counted('Incidents without a postmortem', figures.uncovered, 'compliance', {
      view: ['incidents'],
    }),
    counted(
      `Exceptions for incidents of the last ${RANGE_DAYS} days`,
      figures.exceptions,
      'compliance',
      { view: ['exceptions'], ...range },
    ),
  ];
}

function teamOf({ groupRef }: GroupFigures): Search {
  return { teamRef: [groupRef], subTeams: ['include'] };
}

function pathOf(path: string, search: Search): string {
  const parameters = Object.entries(search).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
  return `/postmortems/${path}?${new URLSearchParams(parameters)}`;
}

function rate({ met, due }: GroupFigures['onTime']): string {
  if (due === 0) return 'nothing was due';
  return `${wholePercent({ part: met, of: due })}% (${met} of ${due})`;
}
