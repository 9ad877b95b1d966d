/** The channel that everyone gets who gets no other. */
export const stableChannel = 'stable';
