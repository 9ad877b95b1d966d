export { catalogGitModule as default } from './git-module.ts';
