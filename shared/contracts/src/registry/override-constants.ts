/** Origins that overrides may come from unless `registry.overrides.allowedOrigins` says otherwise: a developer's own machine. */
export const defaultOverrideOrigins: readonly string[] = ['http://localhost:*', 'http://127.0.0.1:*'];

/** Marks the versions of overrides: `1.2.0+override.0a1b2c3d`. No published version has it, and nothing is counted for it. */
export const overrideVersionMark = '+override.';
