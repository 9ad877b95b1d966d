import type { WaitingRemote } from '../plugins/offered-remotes.ts';
import styles from './banner.module.css';

/** Props of `WaitingNote`. */
export interface WaitingNoteProps {
  readonly waiting: WaitingRemote;
  readonly onGiveUp: () => void;
}

function happened({ shown, next }: WaitingRemote): string {
  if (next?.override) return `The override of ${shown.title} from ${next.override.origin} waits.`;
  if (shown.override) return `The override of ${shown.title} has ended.`;
  if (!next || next.status === 'refused') return `${shown.title} was switched off.`;
  return `Version ${shown.version} of ${shown.title} was taken back.`;
}

/** A page that was taken back stays because of what somebody has typed. */
export function WaitingNote({ waiting, onGiveUp }: WaitingNoteProps) {
  return (
    <div role="status" className={styles['banner']} data-tone="warning">
      <span>{happened(waiting)} This page stays until you have saved your input.</span>
      <button type="button" onClick={onGiveUp}>
        Give up my input
      </button>
    </div>
  );
}
