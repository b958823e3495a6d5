/** Who is what to whom, as a web: those who are close stand near each other. */
import type { StateDocument } from '../generated.ts';

/** What two are to each other. */
export interface Tie {
  one: string;
  other: string;
  /** -1 to 1: the mean of what each is to the other. */
  closeness: number;
  /** Whether each knows the other by name. */
  mutual: boolean;
}

/** In a box of 1 by 1. */
export interface Place {
  x: number;
  y: number;
}

/** Closeness below which nothing is drawn between two who have not even learned each other's names. */
const SLIGHT = 0.05;
const ROUNDS = 240;
/** How far apart two stand who are nothing to each other, as a share of the box. */
const APART = 0.34;
const MARGIN = 0.07;
/** So near, faces would hide each other. */
const NEAREST = 0.125;

export function tiesOf({ residents }: Pick<StateDocument, 'residents'>): Tie[] {
  const people = Object.keys(residents).sort();
  const ties: Tie[] = [];
  people.forEach((one, n) => {
    for (const other of people.slice(n + 1)) {
      const there = residents[one]?.relationships[other];
      const back = residents[other]?.relationships[one];
      const closeness = ((there?.closeness ?? 0) + (back?.closeness ?? 0)) / 2;
      const knows = there?.knows_name === true || back?.knows_name === true;
      if (!knows && Math.abs(closeness) < SLIGHT) continue;
      ties.push({ one, other, closeness, mutual: there?.knows_name === true && back?.knows_name === true });
    }
  });
  return ties;
}

/**
 * Where each stands: pulled to those it is close to, kept off all others. The same for the same ties; `before` are the
 * places from which it begins, so that a web that changes a little moves a little.
 */
export function layOut(
  people: readonly string[],
  ties: readonly Tie[],
  before: ReadonlyMap<string, Place> = new Map(),
): Map<string, Place> {
  const places = people.map((id, n): Place => before.get(id) ?? onCircle(n, people.length));
  const index = new Map(people.map((id, n) => [id, n]));
  const springs = ties.map(({ one, other, closeness }) => ({
    a: index.get(one) ?? -1,
    b: index.get(other) ?? -1,
    length: APART * (1 - 0.75 * Math.max(0, closeness)),
    strength: 0.002 + 0.06 * Math.max(0, closeness),
  }));
  for (let round = 0; round < ROUNDS; round++) {
    const heat = 1 - round / ROUNDS;
    keepOff(places, heat);
    for (const place of places) shift(place, (0.5 - place.x) * 0.02 * heat, (0.5 - place.y) * 0.02 * heat);
    for (const { a, b, length, strength } of springs) {
      const [one, other] = [places[a], places[b]];
      if (one === undefined || other === undefined) continue;
      const { x, y, far } = between(one, other);
      const pull = ((far - length) / far) * strength * heat;
      shift(one, x * pull, y * pull);
      shift(other, -x * pull, -y * pull);
    }
  }
  return new Map(people.map((id, n) => [id, places[n] ?? { x: 0.5, y: 0.5 }]));
}

function keepOff(places: Place[], heat: number): void {
  places.forEach((one, n) => {
    for (const other of places.slice(n + 1)) {
      const { x, y, far } = between(one, other);
      const off = Math.min(0.02, 0.0003 / (far * far)) * heat;
      const push = (far < NEAREST ? Math.max(off, (NEAREST - far) / 2) : off) / far;
      shift(one, -x * push, -y * push);
      shift(other, x * push, y * push);
    }
  });
}

function between(one: Place, other: Place): { x: number; y: number; far: number } {
  const [x, y] = [other.x - one.x, other.y - one.y];
  return { x, y, far: Math.max(0.01, Math.hypot(x, y)) };
}

function shift(place: Place, x: number, y: number): void {
  place.x = Math.min(1 - MARGIN, Math.max(MARGIN, place.x + x));
  place.y = Math.min(1 - MARGIN, Math.max(MARGIN, place.y + y));
}

function onCircle(n: number, all: number): Place {
  const angle = (2 * Math.PI * n) / Math.max(1, all);
  return { x: 0.5 + 0.38 * Math.cos(angle), y: 0.5 + 0.38 * Math.sin(angle) };
}
