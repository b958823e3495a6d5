/** What reducers are and change states with, as `backend/domain/reduce/changing.py`. */
import type { AnyEvent, EventKind, Relationship, Resident, StateDocument, Tile } from '../generated.ts';

/** An event names somebody or something that the state does not have. */
export class Unknown extends Error {}

type EventOf<K extends EventKind> = Extract<AnyEvent, { kind: K }>;
export type Reducer<K extends EventKind> = (town: StateDocument, event: EventOf<K>, tick: number) => StateDocument;
export type Reducers = { [K in EventKind]: Reducer<K> };

/** Where a resident is at a whole tick. */
export function positionOf(resident: Resident, tick: number): Tile {
  if (resident.walk === null) return resident.at;
  const { path, start } = resident.walk;
  const tile = path[Math.min(Math.max(tick - start, 0), path.length - 1)];
  if (tile === undefined) throw new Unknown(`${resident.id} walks on an empty path`);
  return tile;
}

export function known<T>(found: T | undefined | null, what: string): T {
  if (found === undefined || found === null) throw new Unknown(`there is no ${what}`);
  return found;
}

export function change(town: StateDocument, id: string, changes: Partial<Resident>): StateDocument {
  const resident = known(town.residents[id], `resident ${id}`);
  return { ...town, residents: { ...town.residents, [id]: { ...resident, ...changes } } };
}

const STRANGER: Relationship = { knows_name: false, name: null, closeness: 0, note: '', talked: null };

export function relate(town: StateDocument, id: string, other: string, changes: Partial<Relationship>): StateDocument {
  const { relationships } = known(town.residents[id], `resident ${id}`);
  const changed = { ...(relationships[other] ?? STRANGER), ...changes };
  return change(town, id, { relationships: { ...relationships, [other]: changed } });
}

export function without<T>(entries: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _gone, ...rest } = entries;
  return rest;
}

export const unchanged = (town: StateDocument): StateDocument => town;
