import { describe, expect, it } from 'vitest';
import { familiesOf } from '../../src/town/branches/families.ts';
import { treeOf } from '../../src/town/branches/family.ts';
import type { Town } from '../../src/town/generated.ts';
import { aSnapshot, aTown } from './town.ts';

const town = (id: string, of: Partial<Town> = {}): Town => ({ ...aSnapshot(aTown()).town, id, root: id, ...of });

describe('the towns of the list', () => {
  it('stand together with their branches, where the newest one would', () => {
    const lane = town('t-lane');
    const feast = town('t-feast', { parent: 't-lane', root: 't-lane', fork_tick: 100 });
    const again = town('t-again', { parent: 't-feast', root: 't-lane', fork_tick: 200 });
    const ville = town('t-ville');
    const families = familiesOf([again, ville, feast, lane]);
    expect(families.map(({ main, members }) => [main.id, members.map(({ id }) => id)])).toEqual([
      ['t-lane', ['t-lane', 't-feast', 't-again']],
      ['t-ville', ['t-ville']],
    ]);
    const [lanes] = families;
    expect(treeOf(lanes?.members ?? [])).toEqual([
      { town: lane, children: [{ town: feast, children: [{ town: again, children: [] }] }] },
    ]);
  });

  it('are shown by the main one of each family', () => {
    const lane = town('t-lane', { main: 't-feast' });
    const feast = town('t-feast', { parent: 't-lane', root: 't-lane' });
    expect(familiesOf([feast, lane])[0]?.main).toBe(feast);
    expect(familiesOf([town('t-lane', { main: 't-gone' })])[0]?.main.id).toBe('t-lane');
  });
});
