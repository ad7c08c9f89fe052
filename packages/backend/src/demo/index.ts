export { postmortemsModuleDemoContent as default } from './module';
