import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { dataOf } from '../data/postmortemsData';

/** Simulates a change by someone else, with its signal to the screens. */
export function signalChange(api: PostmortemsApi, postmortemId: string): void {
  dataOf(api).refresher.changed({ postmortemId });
}
