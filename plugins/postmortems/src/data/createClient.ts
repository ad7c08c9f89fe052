/** The client, in a separate chunk together with the schemas. */
export { createPostmortemsClient as createClient } from 'backstage-plugin-postmortems-common';
