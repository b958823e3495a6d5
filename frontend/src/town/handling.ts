/** What a visitor can do with the things around it. */
import type { StateDocument, ThingView, Tile, UseView } from './generated.ts';
import { apart } from './ways.ts';

/** Tiles; the same as in worker/engine/visitors.py. */
const REACH = 2;

export interface Choice {
  thing: ThingView;
  use: UseView;
}

interface Place {
  readonly scenario: { readonly objects: readonly ThingView[] };
  arenaAt(x: number, y: number): string | undefined;
}

/** Everything that somebody at `at` can do with the things within reach, the nearest thing's uses first. */
export function choicesAt(place: Place, objects: StateDocument['objects'], at: Tile): Choice[] {
  const arena = place.arenaAt(...at);
  const away = (thing: ThingView) => Math.min(...thing.footprint.map((tile) => apart(tile, at)));
  return place.scenario.objects
    .filter((thing) => thing.arena === arena && thing.uses.length > 0 && away(thing) <= REACH)
    .sort((a, b) => away(a) - away(b))
    .flatMap((thing) =>
      thing.uses.filter((use) => isOpen(use, objects[thing.id]?.state)).map((use) => ({ thing, use })),
    );
}

/** What is on can't be switched on once more. */
const isOpen = (use: UseView, state: string | undefined): boolean => use.kind === 'use' || use.state !== state;
