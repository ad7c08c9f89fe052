export { authModuleDemoUser as default } from './module';
