/** Finding somebody by any words of name, job, place or what they do. */

/** `query` fits where each of its words is somewhere in `texts`, whatever the case and the accents. */
export function fits(query: string, texts: readonly (string | null)[]): boolean {
  const whole = plain(texts.filter((text) => text !== null).join(' \n '));
  return plain(query)
    .split(/\s+/)
    .every((word) => whole.includes(word));
}

export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
}
