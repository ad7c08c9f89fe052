/** Lazily loaded screens. */
export const loadEntityTab = () => import('../../screens/entity/EntityTab');
export const loadTeam = () => import('../../screens/team/TeamPostmortems');
export const loadPage = () => import('../page/PostmortemsPage');
export const loadList = () => import('../../screens/list/AllPostmortemsPage');
