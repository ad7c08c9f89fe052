/**
 * Model, permissions and REST client shared by the Postmortems plugins.
 *
 * @packageDocumentation
 */

export * from './actionItem/model';
export * from './actionItem/query';
export * from './actionItem/steps';
export * from './comment/model';
export * from './compliance/correction';
export * from './compliance/exception';
export * from './compliance/model';
export * from './compliance/query';
export * from './compliance/waiver';
export * from './contributingFactor/model';
export * from './deletion/model';
export * from './feed/model';
export * from './history/event';
export * from './history/model';
export * from './import/model';
export * from './import/provenance';
export * from './incident/mapping';
export * from './incident/model';
export * from './incident/source';
export * from './incident/sourceFact';
export * from './insights/model';
export * from './insights/query';
export * from './kernel/endpoint';
export * from './kernel/limits';
export * from './kernel/link';
export { pageSchema } from './kernel/listing';
export type { Page, PageParameters } from './kernel/listing';
export type { ObjectSchema, WithDefaults } from './kernel/schema';
export * from './kernel/primitives';
export * from './kernel/truncateText';
export * from './live/model';
export * from './meeting/model';
export * from './merge/model';
export * from './notify/model';
export * from './ownership/model';
export * from './policy/model';
export * from './policy/severity';
export * from './postmortem/contributor';
export * from './postmortem/changes';
export * from './postmortem/model';
export * from './postmortem/publication';
export * from './postmortem/publicationRequirements';
export {
  listPostmortemsQuerySchema,
  postmortemFilterSchema,
  postmortemOrderFields,
  postmortemPageSchema,
} from './postmortem/query';
export type {
  FoundPostmortem,
  ListPostmortemsQuery,
  PostmortemFilter,
  PostmortemPage,
} from './postmortem/query';
export * from './postmortem/steps';
export * from './postmortem/visibility';
export * from './presence/model';
export * from './search/document';
export * from './search/model';
export * from './similar/model';
export * from './redaction/model';
export * from './review/model';
export * from './section/model';
export * from './text/mergeTexts';
export * from './ticket/model';
export * from './timeline/model';
export * from './endpoints';
export * from './client';
export * from './permissions';
export * from './validation';
