/** Addresses of the place tree, `world:sector:arena:object`. */
import { words } from '../words/language.ts';

/** The last part, as one says it. */
export function nameOf(address: string): string {
  return address.slice(address.lastIndexOf(':') + 1);
}

/** A thing in a sentence: "the stove". Some things are named as the place at them: "the place behind the counter". */
export function theThing(address: string): string {
  const name = nameOf(address);
  return words().town.theThing(name, isPlace(name));
}

/** Whether a thing is named as the place at it: "behind the counter". */
export const isPlace = (name: string): boolean => /^(behind|in front of|under) /.test(name);

/** The address of what something is in; "" for the world. */
export function parentOf(address: string): string {
  const end = address.lastIndexOf(':');
  return end < 0 ? '' : address.slice(0, end);
}

/** "Café: kitchen"; the sector alone where the arena bears its name. */
export function placeName(arena: string): string {
  const [, sector = '', room = ''] = arena.split(':');
  if (room === '') return sector;
  return room.toLowerCase() === sector.toLowerCase() ? sector : `${sector}: ${room}`;
}
