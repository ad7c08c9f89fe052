/**
 * APIs for backend plugins and modules that work with postmortems.
 *
 * @packageDocumentation
 */

export * from './PostmortemsService';
export * from './incidents';
export * from './permissions';
export * from './postmortemsServiceRef';
export * from './trackers';
