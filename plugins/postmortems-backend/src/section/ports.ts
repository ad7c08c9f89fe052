export type { SectionContext } from './context';
export { saveText } from './saveText';
