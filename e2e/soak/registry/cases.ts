import type { SoakCase } from '../soak-case.ts';
import { killWhilePublishing } from './killed-publishes.ts';
import { moveUnderLoad } from './moves-under-load.ts';
import { stallUploads } from './stalled-uploads.ts';

/** What is done to a portal's registry, each run on a portal of its own. */
export const registryCases: readonly SoakCase[] = [
  { name: 'killed-publish', run: killWhilePublishing },
  { name: 'moves-under-load', run: moveUnderLoad },
  { name: 'stalled-uploads', run: stallUploads },
];
