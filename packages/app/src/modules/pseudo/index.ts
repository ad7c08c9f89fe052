export { pseudoModule } from './pseudoModule';
