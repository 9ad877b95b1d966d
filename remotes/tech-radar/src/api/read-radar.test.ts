import { describe, expect, test } from '@jest/globals';
import { builtInRadar } from './built-in/radar-data.ts';
import { readRadar } from './read-radar.ts';

const frame = {
  quadrants: ['tools', 'techniques', 'platforms', 'languages'].map(id => ({ id, name: id })),
  rings: ['adopt', 'trial', 'assess', 'hold'].map(id => ({ id, name: id, color: '#00AA55' })),
};

function read(...entries: unknown[]) {
  return readRadar({ ...frame, entries }, 'a test');
}

const fine = {
  id: 'go',
  key: 'golang',
  title: 'Go',
  quadrant: 'languages',
  timeline: [{ date: '2026-01-01', ringId: 'adopt', moved: 1 }],
};

describe('readRadar', () => {
  test('reads an entry in the shape of a Backstage radar', () => {
    const radar = read({ ...fine, url: 'https://go.dev', description: 'Compiles fast' });
    expect(radar.notes).toEqual([]);
    expect(radar.entries).toEqual([
      {
        id: 'go',
        title: 'Go',
        number: 1,
        quadrant: 3,
        ring: 0,
        moved: 1,
        description: 'Compiles fast',
        links: [{ url: 'https://go.dev', title: 'Website' }],
        names: ['go', 'golang'],
        timeline: [{ date: '2026-01-01', ring: 0, ringId: 'adopt', moved: 1 }],
      },
    ]);
  });

  test('leaves out an entry of an unknown quadrant and says which', () => {
    const radar = read(fine, { ...fine, id: 'x', title: 'Nowhere', quadrant: 'moon' });
    expect(radar.entries.map(entry => entry.title)).toEqual(['Go']);
    expect(radar.notes).toEqual([
      {
        entry: 'Nowhere',
        message: 'is left out: the quadrant "moon" does not exist (quadrants: tools, techniques, platforms, languages)',
      },
    ]);
  });

  test('leaves out an entry whose newest ring is unknown and says which', () => {
    const radar = read({ ...fine, timeline: [{ date: '2026-01-01', ringId: 'love' }] });
    expect(radar.entries).toEqual([]);
    expect(radar.notes[0]?.message).toBe('is left out: the ring "love" does not exist (rings: adopt, trial, assess, hold)');
  });

  test('keeps an entry whose older snapshot names an unknown ring', () => {
    const radar = read({ ...fine, timeline: [...fine.timeline, { date: '2020-01-01', ringId: 'love' }] });
    expect(radar.entries[0]?.timeline[1]).toEqual({ date: '2020-01-01', ring: undefined, ringId: 'love', moved: 0 });
    expect(radar.notes).toHaveLength(1);
  });

  test('leaves out an entry with an empty timeline and says so', () => {
    const radar = read({ ...fine, timeline: [] });
    expect(radar.entries).toEqual([]);
    expect(radar.notes).toEqual([{ entry: 'Go', message: 'is left out: its timeline is empty, so it stands in no ring' }]);
  });

  test('sorts a timeline that is out of order, newest first, and says so', () => {
    const radar = read({
      ...fine,
      timeline: [
        { date: '2020-05-01', ringId: 'trial' },
        { date: '2026-05-01T00:00:00.000Z', ringId: 'hold', moved: -1 },
        { date: 'soon', ringId: 'adopt' },
      ],
    });
    expect(radar.entries[0]).toMatchObject({ ring: 3, moved: -1 });
    expect(radar.entries[0]?.timeline.map(snapshot => snapshot.date)).toEqual(['2026-05-01', '2020-05-01']);
    expect(radar.notes).toEqual([
      { entry: 'Go', message: '"soon" is not a date, so that snapshot is left out; its timeline was not in order, newest first' },
    ]);
  });

  test('leaves out the second entry with one id', () => {
    const radar = read(fine, { ...fine, title: 'Go again' });
    expect(radar.entries.map(entry => entry.title)).toEqual(['Go']);
    expect(radar.notes).toEqual([{ entry: 'Go again', message: 'is left out: another entry has the id "go" already' }]);
  });

  test('names entries of a wrong shape by title, id or place', () => {
    const radar = read({ title: 'Untimed', quadrant: 'tools' }, { id: 'nameless', quadrant: 'tools', timeline: [] }, 42);
    expect(radar.notes.map(note => note.entry)).toEqual(['Untimed', 'nameless', 'Entry 3']);
    expect(radar.notes.every(note => note.message.startsWith('is left out: '))).toBe(true);
  });

  test('takes ring colours in hex, short or long, and leaves others to the theme', () => {
    const rings = ['#2A7', '#22aa77', 'red'].map((color, index) => ({ id: `r${index}`, name: 'Ring', color }));
    expect(readRadar({ ...frame, rings, entries: [] }, 'a test').rings.map(ring => ring.color)).toEqual(['#22aa77', '#22aa77', undefined]);
  });

  test('refuses data without quadrants or rings, naming the source and every fault', () => {
    expect(() => readRadar({ quadrants: 'four', entries: [] }, 'https://radar.example.com')).toThrow(
      /from https:\/\/radar\.example\.com, got: quadrants: .*; rings: /,
    );
  });

  test('numbers entries by quadrant from the top left, then ring, then title', () => {
    const at = (title: string, quadrant: string, ringId: string) => ({
      title,
      quadrant,
      timeline: [{ date: '2026-01-01', ringId }],
    });
    const radar = read(
      at('d', 'tools', 'adopt'),
      at('c', 'languages', 'hold'),
      at('b', 'platforms', 'adopt'),
      at('a', 'platforms', 'trial'),
    );
    expect(radar.entries.map(entry => `${entry.number} ${entry.title}`)).toEqual(['1 b', '2 a', '3 c', '4 d']);
  });

  test('finds nothing to mend in the built-in radar', () => {
    const radar = readRadar(builtInRadar, 'built-in');
    expect(radar.notes).toEqual([]);
    expect(radar.entries.length).toBeGreaterThanOrEqual(45);
    expect(new Set(radar.entries.map(entry => `${entry.quadrant}/${entry.ring}`)).size).toBe(16);
  });
});
