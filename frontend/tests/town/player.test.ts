import { describe, expect, it } from 'vitest';
import { Player } from '../../src/town/player.ts';
import { aLog, announced, aResident, aSnapshot, aTown, said } from './town.ts';

function watching(): { player: Player; seen: string[] } {
  const seen: string[] = [];
  const player = new Player(aSnapshot(aTown(aResident('ana'))), 0, ({ event }) => seen.push(event.kind));
  player.read({ tick: 0, paused: true, speed: 30 }, 0);
  return { player, seen };
}

describe('a town that is played', () => {
  it('shows at once what a person did in the shown tick, also while it is paused', () => {
    const { player, seen } = watching();
    player.receive(aLog([announced('Hello!')]), 0);
    player.advance(16);
    expect(seen).toEqual(['announced']);
    expect(player.state.seq).toBe(1);
  });

  it('keeps the events of later ticks until their time has come', () => {
    const { player, seen } = watching();
    player.receive(
      aLog(
        [
          {
            kind: 'walked',
            resident: 'ana',
            path: [
              [3, 3],
              [4, 3],
            ],
          },
        ],
        5,
      ),
      5,
    );
    player.advance(16);
    expect(seen).toEqual([]);
    player.read({ tick: 5, paused: true, speed: 30 }, 20);
    for (let now = 20; now < 1500; now += 16) player.advance(now);
    expect(seen).toEqual(['walked']);
  });

  it('catches up with everything at once after it was out of sight', () => {
    const { player, seen } = watching();
    player.receive(aLog([said('ana', 'visitor:me', 'Hi'), announced('Hello!')], 5000), 5001);
    player.read({ tick: 5001, paused: false, speed: 30 }, 100);
    player.leap(3_600_000);
    expect(seen).toEqual(['said', 'announced']);
  });
});
