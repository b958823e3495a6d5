/** Roofs and weather over the map. */
export const sky = {
  roofs: 'Roofs',
  roofsHint: 'Houses wear roofs where nobody is up and about; they lift where you look in',
};
