/** Addresses of a scenario's drawings. */

export const artFolder = (scenario: string) => `/art/${encodeURIComponent(scenario)}`;

export const portraitOf = (scenario: string, resident: string) =>
  `${artFolder(scenario)}/portraits/${encodeURIComponent(resident)}.png`;

export const groundOf = (scenario: string) => `${artFolder(scenario)}/ground.png`;
