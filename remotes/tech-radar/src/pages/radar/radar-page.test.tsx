import { describe, expect, test } from '@jest/globals';
import { renderPlugin } from '@portico/test-kit';
import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import techRadar from '../../plugin.tsx';

const rings = [
  { id: 'adopt', name: 'Adopt', description: 'Use it' },
  { id: 'hold', name: 'Hold' },
];
const quadrants = ['tools', 'techniques', 'platforms', 'languages'].map(id => ({ id, name: `The ${id}` }));
const data = {
  title: 'House radar',
  quadrants,
  rings,
  entries: [
    {
      id: 'go',
      title: 'Go',
      quadrant: 'languages',
      description: 'Compiles **fast**',
      links: [{ title: 'Home', url: 'https://go.dev/' }],
      timeline: [
        { date: '2026-03-02', ringId: 'adopt', moved: 1, description: 'It proved itself' },
        { date: '2024-03-04', ringId: 'hold' },
      ],
    },
    { id: 'ci', title: 'Old CI', quadrant: 'tools', timeline: [{ date: '2025-01-06', ringId: 'hold', moved: -1 }] },
    { id: 'lost', title: 'Lost', quadrant: 'moon', timeline: [{ date: '2025-01-06', ringId: 'hold' }] },
  ],
};
const config = { techRadar: { data } };

const open = (route = '/tech-radar', options: Parameters<typeof renderPlugin>[1] = { config }) =>
  renderPlugin(techRadar, { ...options, route });
const drawing = () => screen.findByRole('group', { name: /entries$/ });

describe('the radar page', () => {
  test('draws a numbered link for each entry and lists it under its quadrant and ring', async () => {
    open();
    const blips = within(await drawing()).getAllByRole('link');
    expect(blips.map(blip => blip.getAttribute('aria-label'))).toEqual(['1 Go, Adopt, moved in', '2 Old CI, Hold, moved out']);
    const languages = within(screen.getByRole('region', { name: 'The languages' }));
    expect(languages.getByRole('heading', { name: 'Adopt' })).toBeVisible();
    expect(languages.getByRole('link', { name: /Go/ })).toHaveAttribute('href', '/tech-radar/entries/go');
    expect(screen.getByRole('region', { name: 'The platforms' })).toHaveTextContent('No entries');
  });

  test('links a blip and its line in the legend while one of them is pointed at', async () => {
    open();
    const blip = within(await drawing()).getByRole('link', { name: /Go/ });
    const line = within(screen.getByRole('region', { name: 'The languages' })).getByRole('link', { name: /Go/ });
    await userEvent.hover(line);
    expect(blip).toHaveAttribute('data-active', 'true');
    await userEvent.unhover(line);
    expect(blip).toHaveAttribute('data-active', 'false');
    await userEvent.hover(blip);
    expect(line).toHaveAttribute('data-active', 'true');
  });

  test('opens the details by keyboard, takes the focus there, and gives it back on Escape', async () => {
    const { location } = open();
    await drawing();
    const line = within(screen.getByRole('region', { name: 'The languages' })).getByRole('link', { name: /Go/ });
    act(() => line.focus());
    await userEvent.keyboard('{Enter}');
    const details = await screen.findByRole('dialog', { name: 'Go' });
    expect(location()).toBe('/tech-radar/entries/go');
    expect(within(details).getByRole('heading', { name: 'Go' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(location()).toBe('/tech-radar');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(line).toHaveFocus();
  });

  test('opens the details of a blip and closes them by their button', async () => {
    const { location } = open('/tech-radar?filter=go');
    await userEvent.click(within(await drawing()).getByRole('link', { name: /Go/ }));
    expect(await screen.findByRole('dialog', { name: 'Go' })).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: 'Close the details' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(location()).toBe('/tech-radar?filter=go');
  });

  test('covers a narrow screen with the details, which keep the focus until they are closed', async () => {
    Object.assign(globalThis, { matchMedia: (query: string) => ({ matches: query === '(width < 64rem)' }) });
    const { location } = open();
    await drawing();
    const line = within(screen.getByRole('region', { name: 'The languages' })).getByRole('link', { name: /Go/ });
    act(() => line.focus());
    await userEvent.keyboard('{Enter}');
    const details = await screen.findByRole('dialog', { name: 'Go' });
    expect(details).toHaveTextContent('It proved itself');
    for (const _stop of [1, 2, 3]) {
      await userEvent.tab();
      expect(details).toContainElement(document.activeElement as HTMLElement);
    }
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(location()).toBe('/tech-radar');
    expect(line).toHaveFocus();
    Object.assign(globalThis, { matchMedia: undefined });
  });

  test('shows description, history and links of an entry from a cold link', async () => {
    open('/tech-radar/entries/go');
    const details = within(await screen.findByRole('dialog', { name: 'Go' }));
    expect((await details.findByText('fast')).tagName).toBe('STRONG');
    expect(details.getByText('Use it')).toBeVisible();
    expect(details.getAllByRole('listitem').map(item => item.textContent)).toEqual([
      'Home',
      'Adopt, moved inMar 2, 2026It proved itself',
      'HoldMar 4, 2024',
    ]);
    expect(details.getByRole('link', { name: /Home/ })).toHaveAttribute('href', 'https://go.dev/');
  });

  test('keeps the radar and says so when the address names no entry', async () => {
    open('/tech-radar/entries/cobol');
    expect(await screen.findByText('“cobol” is not on the radar')).toBeVisible();
    expect(await drawing()).toBeVisible();
  });

  test('names the entries whose data had to be mended', async () => {
    open();
    const notes = await screen.findByText('One entry of the radar data needs attention');
    expect(notes.closest('details')).toHaveTextContent('Lost: is left out: the quadrant "moon" does not exist');
  });

  test('filters the legend and dims the drawing; the filter is in the address', async () => {
    const { location } = open();
    await userEvent.type(await screen.findByRole('searchbox', { name: 'Filter entries' }), 'compiles');
    expect(location()).toBe('/tech-radar?filter=compiles');
    expect(screen.getByRole('region', { name: 'The tools' })).toHaveTextContent('No entries');
    expect(within(await drawing()).getByRole('link', { name: /Old CI/ })).toHaveAttribute('data-dimmed', 'true');
  });
});

describe('the filters and the list', () => {
  test('choose a ring and a quadrant by the address and by the boxes', async () => {
    const { location } = open('/tech-radar?ring=adopt');
    expect(await screen.findByText('1 of 2 entries')).toBeVisible();
    expect(screen.getByRole('region', { name: 'The tools' })).toHaveTextContent('No entries');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Quadrant' }), 'The tools');
    expect(location()).toBe('/tech-radar?ring=adopt&quadrant=tools');
    expect(screen.getByText('No entry matches')).toBeVisible();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Ring' }), 'All rings');
    expect(location()).toBe('/tech-radar?quadrant=tools');
  });

  test('show the radar as a table by ring and quadrant, in the address and at the next visit', async () => {
    const first = open();
    await userEvent.click(await screen.findByRole('button', { name: 'List' }));
    expect(first.location()).toBe('/tech-radar?view=list');
    const table = within(screen.getByRole('table', { name: 'Entries by ring and quadrant' }));
    expect(table.getAllByRole('columnheader').map(header => header.textContent)).toEqual(['Ring', 'The tools', 'The languages']);
    expect(table.getByRole('row', { name: /^Adopt/ })).toHaveTextContent('Go');
    expect(screen.queryByRole('group', { name: /entries$/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'List' })).toHaveAttribute('aria-pressed', 'true');
    expect(first.portal.storage.forPlugin('tech-radar').get('view')).toBe('list');
  });
});

describe('the source of the radar', () => {
  test('is the built-in radar without configuration', async () => {
    open('/tech-radar', {});
    expect(within(await drawing()).getAllByRole('link').length).toBeGreaterThanOrEqual(45);
    expect(screen.queryByText(/attention/)).toBeNull();
  });

  test('is fetched where an address is configured', async () => {
    open('/tech-radar', { config: { techRadar: { url: '/radar.json', title: 'Ours' } }, answers: { '/radar.json': data } });
    expect(await screen.findByRole('heading', { level: 1, name: 'Ours' })).toBeVisible();
    expect(within(await drawing()).getAllByRole('link')).toHaveLength(2);
  });

  test('shows an error with its code where the data is no radar, and a retry that reads again', async () => {
    const { portal } = open('/tech-radar', {
      config: { techRadar: { url: '/radar.json' } },
      answers: { '/radar.json': { rings: [] } },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(/from \/radar\.json, got: quadrants.*TECH_RADAR_DATA_INVALID/);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(portal.fetch.requests).toHaveLength(2));
    expect(await screen.findByRole('alert')).toBeVisible();
  });

  test('shows an error where the address does not answer', async () => {
    open('/tech-radar', { config: { techRadar: { url: '/gone.json' } } });
    expect(await screen.findByRole('alert')).toHaveTextContent('TECH_RADAR_DATA_UNREADABLE');
  });
});
