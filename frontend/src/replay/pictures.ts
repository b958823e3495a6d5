/** The drawings that the file carries, so that none is asked for anywhere. */
import { Assets, Spritesheet, type SpritesheetData, type Texture } from 'pixi.js';
import { carryPortrait } from '../scene/addresses.ts';
import { Art, type SceneData } from '../scene/art.ts';
import type { Pictures } from '../town/generated.ts';

/** Rejects where one of them is no picture. */
export async function artOf({ ground, atlas, frames, scene, snow, portraits, figures }: Pictures): Promise<Art> {
  // In the file Pixi may neither fetch nor start workers: pictures come as the browser's own images.
  Assets.setPreferences({ preferCreateImageBitmap: false, preferWorkers: false });
  for (const [resident, portrait] of Object.entries(portraits)) carryPortrait(resident, png(portrait));
  const [land, sheet] = await Promise.all([Assets.load<Texture>(png(ground)), sheetOf(atlas, frames)]);
  const urls = { atlas: png(atlas), snow: snow === null ? '' : png(snow) };
  const art = new Art(urls, land, sheet, scene as SceneData);
  for (const figure of Object.values(figures)) art.keep(await sheetOf(figure.atlas, figure.frames));
  return art;
}

async function sheetOf(picture: string, frames: unknown): Promise<Spritesheet> {
  const texture = await Assets.load<Texture>(png(picture));
  const sheet = new Spritesheet(texture, frames as SpritesheetData);
  await sheet.parse();
  return sheet;
}

const png = (base64: string) => `data:image/png;base64,${base64}`;
