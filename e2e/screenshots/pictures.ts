import { subjects } from './subjects.ts';
import type { Situation, Subject } from './subjects.ts';

export type Theme = 'light' | 'dark' | 'high-contrast';

/** One picture of a subject. */
export interface Picture extends Subject {
  readonly theme: Theme;
  /** Pixels. */
  readonly width: number;
  readonly situation: Situation;
  /** True for the few that the README shows; the others go to `test-results/screenshots`. */
  readonly inReadme: boolean;
}

const themes = ['light', 'dark', 'high-contrast'] as const;

const inReadme = new Set(['catalog-light-1280', 'entity-dark-1280', 'tech-radar-light-1280', 'catalog-dark-390']);

/** Name of a picture's file, without the ending. */
export const fileNameOf = ({ name, theme, width }: Pick<Picture, 'name' | 'theme' | 'width'>): string => `${name}-${theme}-${width}`;

/** Every subject in each theme, wide and narrow. */
export function pictures(): readonly Picture[] {
  return subjects.flatMap(({ situation = 'usual', ...subject }) =>
    themes.flatMap(theme =>
      [1280, 390].map(width => ({ ...subject, situation, theme, width, inReadme: inReadme.has(fileNameOf({ name: subject.name, theme, width })) })),
    ),
  );
}
