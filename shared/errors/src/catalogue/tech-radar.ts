import { defineErrors } from '../define-errors.ts';

/** Faults of the radar's data. Faults of single entries are notes on the page, not errors. */
export const techRadarErrors = /* @__PURE__ */ defineErrors('tech-radar', {
  DATA_INVALID: [
    'InputError',
    'Expected radar data with quadrants, rings and entries from {source}, got: {faults}',
    'Correct the named parts; the shape is that of the Backstage tech radar: { quadrants, rings, entries }.',
  ],
  DATA_UNREADABLE: [
    'ServiceUnavailableError',
    'Expected radar data as JSON at {url}, got {received}',
    'Open the address in a browser; it has to answer 200 with JSON and be allowed by the portal. techRadar.url names it.',
  ],
});
