// What overrides take, in one chunk.
export { openOverride } from '../overrides/open-override.ts';
export { overrideCalls } from '../overrides/override-calls.ts';
export { OverrideConsent } from '../overrides/override-consent.tsx';
export { OverrideMenuEntry } from '../overrides/override-menu-entry.tsx';
export { OverrideNote } from '../overrides/override-note.tsx';
export { OverrideSettings } from '../overrides/override-settings.tsx';
export { takeUp } from '../overrides/override-tabs.ts';
