import type { Movement, Ring, Snapshot } from './radar.ts';
import type { RawSnapshot } from './radar-schema.ts';

export interface TimelineReading {
  readonly timeline: readonly Snapshot[];
  /** What was wrong, as parts of a sentence. */
  readonly faults: readonly string[];
}

/** Orders the snapshots of one entry newest first and resolves their rings. Never fails; it tells what it had to mend. */
export function readTimeline(raw: readonly RawSnapshot[], rings: readonly Ring[]): TimelineReading {
  const faults: string[] = [];
  const dated = raw.flatMap(snapshot => {
    const time = new Date(snapshot.date);
    if (!Number.isNaN(time.getTime())) return [{ snapshot, date: time.toISOString().slice(0, 10), time: time.getTime() }];
    faults.push(`"${snapshot.date}" is not a date, so that snapshot is left out`);
    return [];
  });
  const sorted = dated.toSorted((left, right) => right.time - left.time);
  if (sorted.some((item, index) => item !== dated[index])) faults.push('its timeline was not in order, newest first');

  const timeline = sorted.map(({ snapshot, date }): Snapshot => {
    const found = rings.findIndex(ring => ring.id.toLowerCase() === snapshot.ringId.toLowerCase());
    if (found < 0) faults.push(`the ring "${snapshot.ringId}" does not exist (rings: ${rings.map(ring => ring.id).join(', ')})`);
    return {
      date,
      ring: found < 0 ? undefined : found,
      ringId: snapshot.ringId,
      moved: readMovement(snapshot.moved),
      ...(snapshot.description ? { description: snapshot.description } : {}),
    };
  });
  if (raw.length === 0) faults.push('its timeline is empty, so it stands in no ring');
  return { timeline, faults };
}

function readMovement(moved: number | undefined): Movement {
  return moved === 1 || moved === -1 || moved === 2 ? moved : 0;
}
