const read = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The id of a plugin where it tells a reader more than the title does: `tech-radar` beside “Tech Radar” would only be noise. */
export function idBeside({ id, title }: { readonly id: string; readonly title: string }): string | undefined {
  return read(id) === read(title) ? undefined : id;
}
