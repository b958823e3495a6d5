/** Several traits as the one text that a form holds. */

/** As many as a persona may have. */
export const MOST_TRAITS = 8;
const BETWEEN = '\n';

export const traitsIn = (value: string): string[] => value.split(BETWEEN).filter((trait) => trait !== '');

export const traitsOf = (traits: readonly string[]): string => traits.join(BETWEEN);
