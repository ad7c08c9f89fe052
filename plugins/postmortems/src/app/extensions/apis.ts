import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { postmortemsApiFactory } from '../../data/postmortemsApiFactory';

const postmortemsApi = ApiBlueprint.make({
  params: defineParams => defineParams(postmortemsApiFactory),
});

export const apis = [postmortemsApi];
