export { permissionsModule as default } from './permissionsModule';
