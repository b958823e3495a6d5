/** The drawings of a scenario, as `frontend/art` makes them. All lengths in art pixels, 16 a tile. */
import { Assets, Sprite, Texture, TextureSource, type Spritesheet } from 'pixi.js';
import { words } from '../words/language.ts';
import { artFolder } from './addresses.ts';

TextureSource.defaultOptions.scaleMode = 'nearest';

/** A place for a body on a thing: its foot, and the ending of its frame (`sleep`, `sit_down`, …). */
export interface Seat {
  x: number;
  y: number;
  z: number;
  pose: string;
}

/** Drawings laid over a prop at its own foot: `n` with _0, _1 and so on, `f` of them. */
export interface ShowFrames {
  n: string;
  f: number;
  /** The prop itself is hidden meanwhile. */
  instead?: boolean;
}

/** A sprite that stands in the town; drawn in the order of y + z. */
export interface Prop {
  n: string;
  x: number;
  y: number;
  z: number;
  /** Address of the object it shows. */
  object: string | null;
  people?: Seat[];
  /** What it may be seen to do, by name. */
  shows?: Record<string, ShowFrames>;
}

export interface Lamp {
  x: number;
  y: number;
  r: number;
  c: number;
  a: number;
  /** Address of the arena whose lamp it is, or of the thing that shines; null shines all night. */
  room: string | null;
  /** Address of the building that it shines in, or out of. */
  house: string | null;
  window: boolean;
}

/** What a part of a building wears. */
export interface RoofData {
  /** Address of the building. */
  sector: string;
  n: string;
  /** Its lower left corner. */
  x: number;
  y: number;
  windows: (readonly [x: number, y: number, lit: string])[];
  /** Where smoke comes out. */
  chimneys: (readonly [x: number, y: number])[];
}

/** A rectangle of tiles under one building's roof: the building's address, left, top, width, height. */
export type BlockData = readonly [sector: string, x: number, y: number, width: number, height: number];

export interface SceneData {
  w: number;
  h: number;
  tile: number;
  props: Prop[];
  places: { name: string; x: number; y: number }[];
  lights: Lamp[];
  blocks: BlockData[];
  roofs: RoofData[];
  /** Moving water: how its frames' names begin, and its upper left corner. */
  waters: (readonly [name: string, x: number, y: number])[];
  /** Fountains: foot and depth as of a prop. */
  jets: (readonly [x: number, y: number, z: number])[];
}

/** Where one drawing lies in the sheet of all, in art pixels. */
export interface Cutout {
  url: string;
  x: number;
  y: number;
  width: number;
  height: number;
  sheet: { width: number; height: number };
}

/** The scenario's pictures are not there, or not yet. */
export class ArtMissing extends Error {
  constructor(title: string) {
    super(words().problems.artMissing(title));
    this.name = 'ArtMissing';
  }
}

export class Art {
  readonly ground: Texture;
  readonly scene: SceneData;
  /** Address of the picture of the snow that lies; loaded when it is wanted. */
  readonly snow: string;
  private readonly atlas: string;
  private readonly sheet: Spritesheet;
  /** Frames of those who came after the founding. */
  private readonly more = new Map<string, Texture>();

  /** `urls`: where the pictures are that are not loaded yet, or not by Pixi. */
  constructor(urls: { atlas: string; snow: string }, ground: Texture, sheet: Spritesheet, scene: SceneData) {
    this.atlas = urls.atlas;
    this.snow = urls.snow;
    this.ground = ground;
    this.sheet = sheet;
    this.scene = scene;
  }

  has(frame: string): boolean {
    return frame in this.sheet.textures || this.more.has(frame);
  }

  /** The frame of that name; an empty one if there is none, so that one missing drawing does not stop the town. */
  texture(frame: string): Texture {
    return this.sheet.textures[frame] ?? this.more.get(frame) ?? Texture.EMPTY;
  }

  /** For pictures beside the map; null if there is no such drawing. */
  cutout(frame: string): Cutout | null {
    const texture = this.sheet.textures[frame];
    if (texture === undefined) return null;
    const { x, y, width, height } = texture.frame;
    const { width: across, height: down } = texture.source;
    return { url: this.atlas, x, y, width, height, sheet: { width: across, height: down } };
  }

  /** Adds the frames of a sheet of its own. */
  async add(url: string): Promise<void> {
    this.keep(await Assets.load<Spritesheet>(url));
  }

  keep(sheet: Spritesheet): void {
    for (const [frame, texture] of Object.entries(sheet.textures)) this.more.set(frame, texture);
  }

  /** A sprite that stands on the frame's foot. */
  sprite(frame: string): Sprite {
    const sprite = new Sprite(this.texture(frame));
    this.show(sprite, frame);
    return sprite;
  }

  show(sprite: Sprite, frame: string): void {
    const texture = this.texture(frame);
    if (sprite.texture !== texture) sprite.texture = texture;
    const anchor = texture.defaultAnchor;
    if (anchor !== undefined) sprite.anchor.set(anchor.x, anchor.y);
  }
}

/** The drawings of the scenario of that hash; calls `came` for each part. Raises ArtMissing; `title` is for its words. */
export async function loadArt(hash: string, title: string, came: () => void): Promise<Art> {
  const folder = artFolder(hash);
  const told = async <T>(part: Promise<T>): Promise<T> => {
    const loaded = await part;
    came();
    return loaded;
  };
  try {
    // Pixi keeps what failed, too: it is not asked before all is there.
    await found(`${folder}/drawn.by`);
    const [ground, sheet, scene] = await Promise.all([
      told(Assets.load<Texture>(`${folder}/ground.png`)),
      told(Assets.load<Spritesheet>(`${folder}/atlas.json`)),
      told(readScene(`${folder}/scene.json`)),
    ]);
    return new Art({ atlas: `${folder}/atlas.png`, snow: `${folder}/snow.png` }, ground, sheet, scene);
  } catch {
    throw new ArtMissing(title);
  }
}

async function readScene(url: string): Promise<SceneData> {
  return (await (await found(url)).json()) as SceneData;
}

async function found(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} is not there`);
  return response;
}
