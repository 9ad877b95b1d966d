// Stands in for the federation runtime's error texts in a remote's entry. The codes stay in the messages; the shell,
// which reports the errors, has its own catalogue.
export const runtimeDescMap: Readonly<Record<string, string>> = {};
export const typeDescMap = runtimeDescMap;
export const buildDescMap = runtimeDescMap;
export const errorDescMap = runtimeDescMap;
