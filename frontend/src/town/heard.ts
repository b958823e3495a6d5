/** What this page's visitor said and heard while it was in town, line by line. */
import { signal } from '@preact/signals';
import type { DialogueLine } from './dialogues.ts';
import type { Recorded, Said } from './generated.ts';

export interface HeardLine {
  seq: number;
  tick: number;
  speaker: string;
  /** What a speaker from outside was called then; null of residents, whose names stay known. */
  name: string | null;
  to: readonly string[];
  text: string;
  mine: boolean;
  /** Spoken to others; one only happened to stand near. */
  overheard: boolean;
}

const KEPT = 60;

export class Heard {
  readonly lines = signal<readonly HeardLine[]>([]);
  private readonly visitor: string;

  constructor(visitor: string) {
    this.visitor = visitor;
  }

  /** Takes in a line of the log; `isNear` is whether its speaker, called `name`, stands within earshot. */
  hear({ seq, tick }: Recorded, { speaker, to, text }: Said, isNear: boolean, name: string | null): void {
    const mine = speaker === this.visitor;
    const meant = mine || to.includes(this.visitor);
    if ((!meant && !isNear) || this.lines.value.some((line) => line.seq === seq)) return;
    const line = { seq, tick, speaker, name, to, text, mine, overheard: !meant };
    this.lines.value = [...this.lines.value, line].slice(-KEPT);
  }

  forget(): void {
    this.lines.value = [];
  }
}

/**
 * The same with what the own talks with residents hold since tick `since`: a page that was opened again in the midst of
 * a visit has heard only that.
 */
export function withTalks(
  heard: readonly HeardLine[],
  talks: Readonly<Record<string, readonly DialogueLine[]>>,
  me: string,
  since: number,
): readonly HeardLine[] {
  const known = new Set(heard.map(({ seq }) => seq));
  const missed: HeardLine[] = [];
  for (const [resident, lines] of Object.entries(talks)) {
    for (const { seq, tick, mine, text } of lines) {
      if (tick < since || known.has(seq)) continue;
      known.add(seq);
      const [speaker, to] = mine ? [me, resident] : [resident, me];
      missed.push({ seq, tick, speaker, name: null, to: [to], text, mine, overheard: false });
    }
  }
  return missed.length === 0 ? heard : [...heard, ...missed].sort((a, b) => a.seq - b.seq);
}
