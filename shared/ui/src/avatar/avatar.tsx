import { useState } from 'react';
import type { ReactElement } from 'react';
import styles from './avatar.module.css';

/** Props of `Avatar`. */
export interface AvatarProps {
  /** Whose picture it is: a person's or a group's display name. */
  readonly name: string;
  /** A picture; without one, or when it can't be loaded, the initials show. */
  readonly picture?: string | undefined;
  /** 24, 32 (default) or 48 px. */
  readonly size?: 'small' | 'medium' | 'large';
  /** True (default) where the name stands beside it: screen readers then skip the avatar. */
  readonly decorative?: boolean;
}

const colors = 6;

/** A face for a person or a group: the picture, or initials on a colour that always is the same for a name. */
export function Avatar({ name, picture, size = 'medium', decorative = true }: AvatarProps): ReactElement {
  const [failed, setFailed] = useState<string>();
  const shown = picture !== undefined && picture !== failed;
  return (
    <span
      className={styles.avatar}
      data-size={size}
      data-color={colorOf(name)}
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    >
      {shown ? <img src={picture} alt="" referrerPolicy="no-referrer" onError={() => setFailed(picture)} /> : initialsOf(name)}
    </span>
  );
}

/** The first letters of the first and the last word: "Ada King Lovelace" gives "AL". */
function initialsOf(name: string): string {
  const words = name.split(/[\s._-]+/).filter(word => word !== '');
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map(word => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('') || '?';
}

function colorOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return (sum % colors) + 1;
}
