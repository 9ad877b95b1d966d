export { homeCardPoint } from './extension-points.ts';
