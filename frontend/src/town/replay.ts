/**
 * `node src/town/replay.ts TICK...`: plays a log from standard input and prints the town at each of the given ticks.
 *
 * Input: one JSON document a line, first `{"state": …}`, then `{"event": {seq, tick, order, event}}` in the log's order.
 * Output: one line a tick, `{"tick": …, "state": …}`, in rising order; the state holds all events up to and of that tick.
 */
import { createInterface } from 'node:readline';
import type { Recorded, StateDocument } from './generated.ts';
import { reduce } from './reduce.ts';

type InputLine = { state: StateDocument } | { event: Recorded };

const ticks = process.argv
  .slice(2)
  .map(Number)
  .sort((a, b) => a - b);
if (ticks.length === 0 || ticks.some((tick) => !Number.isInteger(tick))) {
  process.stderr.write('Name the ticks to print: node src/town/replay.ts 0 360 720 < log.jsonl\n');
  process.exit(2);
}

let town: StateDocument | null = null;
let next = 0;

/** Prints the town at all asked ticks that lie before `tick`. */
function printBefore(tick: number): void {
  for (let asked = ticks[next]; asked !== undefined && asked < tick; asked = ticks[++next]) {
    process.stdout.write(`${JSON.stringify({ tick: asked, state: town })}\n`);
  }
}

for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const line = JSON.parse(text) as InputLine;
  if ('state' in line) {
    town = line.state;
  } else {
    if (town === null) throw new Error('the first line must be {"state": …}');
    printBefore(line.event.tick);
    town = reduce(town, line.event);
  }
}
printBefore(Infinity);
