import { describe, expect, it } from 'vitest';
import { Refusal, ServerAway } from '../../src/town/api.ts';
import { Keys } from '../../src/town/keys.ts';

/** Sends `wish` and notes its key; the server does what `outcome` says. */
async function keyOf(keys: Keys, wish: unknown, outcome: Error | null): Promise<string> {
  let sent = '';
  await keys
    .send(wish, (key) => {
      sent = key;
      return outcome === null ? Promise.resolve() : Promise.reject(outcome);
    })
    .catch(() => undefined);
  return sent;
}

describe('the key of a wish', () => {
  it('stays while the server is away or has failed, and is a new one once it has answered', async () => {
    const keys = new Keys();
    const first = await keyOf(keys, { undo: 3 }, new ServerAway());
    expect(await keyOf(keys, { undo: 3 }, new Refusal(503, 'store-unavailable', 'Postgres is away.'))).toBe(first);
    expect(await keyOf(keys, { undo: 3 }, null)).toBe(first);
    expect(await keyOf(keys, { undo: 3 }, null)).not.toBe(first);
  });

  it('is a new one for another wish, and after a refusal', async () => {
    const keys = new Keys();
    const first = await keyOf(keys, { undo: 3 }, new ServerAway());
    expect(await keyOf(keys, { undo: 4 }, null)).not.toBe(first);
    const refused = await keyOf(keys, { tick: 9 }, new Refusal(409, 'tick-not-yet', 'It has not lived so long.'));
    expect(await keyOf(keys, { tick: 9 }, null)).not.toBe(refused);
  });
});
