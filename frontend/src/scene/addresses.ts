/** Addresses of a scenario's drawings, which are called by its hash: a town keeps those it was founded with. */

export const artFolder = (hash: string) => `/art/${encodeURIComponent(hash)}`;

export const portraitOf = (hash: string, resident: string) =>
  `${artFolder(hash)}/portraits/${encodeURIComponent(resident)}.png`;

export const groundOf = (hash: string) => `${artFolder(hash)}/ground.png`;
