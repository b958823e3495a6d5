/** Addresses of a scenario's drawings, which are called by its hash: a town keeps those it was founded with. */
import type { Looks, LooksForm } from '../town/generated.ts';

export const artFolder = (hash: string) => `/art/${encodeURIComponent(hash)}`;

const newcomers = new Map<string, Looks>();

/** Has the portraits of somebody drawn who is in no scenario's pictures; of one town at a time. */
export function introduce(resident: string, looks: Looks): void {
  newcomers.set(resident, looks);
}

/** Forgets them all, before another town is shown. */
export const forgetNewcomers = () => newcomers.clear();

/** Portraits that the page has with it, as a replay has; asked for nowhere. */
const carried = new Map<string, string>();

export function carryPortrait(resident: string, url: string): void {
  carried.set(resident, url);
}

export function portraitOf(hash: string, resident: string): string {
  const own = carried.get(resident);
  if (own !== undefined) return own;
  const looks = newcomers.get(resident);
  if (looks !== undefined) return figureOf(resident, looks, 'portrait.png');
  return `${artFolder(hash)}/portraits/${encodeURIComponent(resident)}.png`;
}

/** A picture of somebody, drawn when it is asked for. */
export function figureOf(resident: string, looks: LooksForm, picture: 'portrait.png' | 'atlas.json'): string {
  const { skin, hair, hair_style: style, top, bottom, extras } = looks;
  const parts = [skin, hair, style, top, bottom, ...(extras ?? [])].map((part) =>
    (part ?? '').replaceAll(/[^A-Za-z0-9 _-]/g, ''),
  );
  return `/api/figures/${encodeURIComponent(resident)}/${encodeURIComponent(parts.join('~'))}/${picture}`;
}

export const groundOf = (hash: string) => `${artFolder(hash)}/ground.png`;

/** The ground, the drawings that stand on it, and where they stand: so many files make the picture of a town. */
export const PARTS_OF_ART = 3;
