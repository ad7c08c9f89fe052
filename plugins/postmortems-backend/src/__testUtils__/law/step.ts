import type {
  Origin,
  Postmortem,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import type { Operation } from './law';
import type { ModelledPostmortem } from './model';
import { PEOPLE } from './world';
import type { Person, View, World } from './world';

/** An attempted action. Numbers select among what exists. */
export interface Move {
  kind: string;
  who: Person;
  target: number;
  pick: number;
  /** Hours of the time in a move, relative to now. */
  hours: number;
  /** Moves with the same number act on the same postmortem. */
  script?: number;
  /** The origin of its postmortem, if it matters. */
  origin?: Origin;
}

/** Performs a move, which may be refused without effect. */
export type Play = (step: Step) => Promise<Partial<Operation> | void>;

/** Everything a move can use. */
export interface Step {
  world: World;
  /** The state before the step. */
  view: View;
  move: Move;
  api: PostmortemsApi;
  now: number;
  /** The postmortem of the move, with its model. */
  it: Postmortem;
  model: ModelledPostmortem;
  /** Another postmortem, if any. */
  other?: Postmortem;
  current: { params: { id: string }; ifMatch: number };
  ago: (hours: number) => string;
}

/** Thrown if no postmortem fits the move. */
export class Refused extends Error {}

export const SEVERITIES = ['SEV-1', 'SEV-2', 'SEV-3'];

export const rankOf = (severity: string) => SEVERITIES.indexOf(severity) + 1;
export const refOf = (who: string) => `user:default/${who}`;
export const nameOf = (ref: string | undefined) =>
  ref?.replace('user:default/', '');
export const choose = <T>(all: readonly T[], index: number): T =>
  all[index % all.length];
export const severityOf = ({ pick }: Move) => choose(SEVERITIES, pick);
export const otherPerson = ({ pick }: Move) => choose(PEOPLE, pick);
