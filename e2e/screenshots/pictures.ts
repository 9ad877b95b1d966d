import { subjects } from './subjects.ts';
import type { Situation, Subject } from './subjects.ts';

export type Theme = 'light' | 'dark' | 'high-contrast';

/** A subject as a screen of one width shows it. */
export interface Scene extends Subject {
  /** Pixels. */
  readonly width: number;
  readonly situation: Situation;
}

/** One picture of a scene. */
export interface Picture extends Scene {
  readonly theme: Theme;
  /** True for the few that the README shows; the others go to `test-results/screenshots`. */
  readonly inReadme: boolean;
}

const themes = ['light', 'dark', 'high-contrast'] as const;

const inReadme = new Set(['catalog-light-1280', 'entity-dark-1280', 'tech-radar-light-1280', 'catalog-dark-390']);

/** Name of a picture's file, without the ending. */
export const fileNameOf = ({ name, theme, width }: Pick<Picture, 'name' | 'theme' | 'width'>): string => `${name}-${theme}-${width}`;

/** Every subject, wide and narrow. */
export function scenes(): readonly Scene[] {
  return subjects.flatMap(({ situation = 'usual', ...subject }) => [1280, 390].map(width => ({ ...subject, situation, width })));
}

/** A scene in each theme. */
export function picturesOf(scene: Scene): readonly Picture[] {
  return themes.map(theme => ({ ...scene, theme, inReadme: inReadme.has(fileNameOf({ ...scene, theme })) }));
}
