import type { RawRadar } from '../radar-schema.ts';
import { languages } from './languages.ts';
import { platforms } from './platforms.ts';
import { techniques } from './techniques.ts';
import { tools } from './tools.ts';

/** The radar that a portal shows until its configuration names another one. */
export const builtInRadar: RawRadar = {
  title: 'Tech Radar',
  quadrants: [
    { id: 'platforms', name: 'Platforms' },
    { id: 'tools', name: 'Tools' },
    { id: 'techniques', name: 'Techniques' },
    { id: 'languages', name: 'Languages and frameworks' },
  ],
  rings: [
    { id: 'adopt', name: 'Adopt', description: 'Our default. Used in production by several teams, with people who can help.' },
    { id: 'trial', name: 'Trial', description: 'Worth using in a project that can bear some risk. Share what you learn.' },
    { id: 'assess', name: 'Assess', description: 'Promising. Explore it to learn what it would mean for us, not yet for production.' },
    { id: 'hold', name: 'Hold', description: 'Do not start anything new with it. What exists keeps running and is moved when touched.' },
  ],
  entries: [...techniques, ...languages, ...platforms, ...tools],
};
