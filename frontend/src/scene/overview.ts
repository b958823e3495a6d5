/** A scenario's whole map as one small picture, put together without Pixi. */
import { artFolder, groundOf } from './addresses.ts';
import type { SceneData } from './art.ts';

interface Sheet {
  frames: Record<string, { frame: { x: number; y: number; w: number; h: number }; anchor: { x: number; y: number } }>;
}

const made = new Map<string, Promise<ImageBitmap>>();

/** Drawn once a scenario. Rejects where its pictures are missing; another time they may be there. */
export function overviewOf(hash: string): Promise<ImageBitmap> {
  let picture = made.get(hash);
  if (picture === undefined) {
    picture = draw(hash);
    made.set(hash, picture);
    picture.catch(() => made.delete(hash));
  }
  return picture;
}

async function draw(hash: string): Promise<ImageBitmap> {
  const folder = artFolder(hash);
  const [ground, atlas, sheet, scene] = await Promise.all([
    image(groundOf(hash)),
    image(`${folder}/atlas.png`),
    json<Sheet>(`${folder}/atlas.json`),
    json<SceneData>(`${folder}/scene.json`),
  ]);
  const canvas = document.createElement('canvas');
  canvas.width = scene.w;
  canvas.height = scene.h;
  const context = canvas.getContext('2d');
  context?.drawImage(ground, 0, 0);
  const props = [...scene.props].sort((a, b) => a.y + a.z - b.y - b.z);
  for (const { n, x, y } of props) {
    const drawing = sheet.frames[n];
    if (drawing === undefined) continue;
    const { frame, anchor } = drawing;
    const left = Math.round(x - frame.w * anchor.x);
    const top = Math.round(y - frame.h * anchor.y);
    context?.drawImage(atlas, frame.x, frame.y, frame.w, frame.h, left, top, frame.w, frame.h);
  }
  return createImageBitmap(canvas);
}

async function image(url: string): Promise<ImageBitmap> {
  return createImageBitmap(await (await found(url)).blob());
}

async function json<T>(url: string): Promise<T> {
  return (await (await found(url)).json()) as T;
}

async function found(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} is not there`);
  return response;
}
