import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Recorded } from '../../../src/town/generated.ts';
import type { TownStore } from '../../../src/town/store.ts';
import { Eye } from '../../../src/town/watching/eye.ts';
import { announced, aLog, aResident, aTown } from '../town.ts';

describe('the director’s eye', () => {
  it('keeps nothing of a day that it was closed for but what is fresh', () => {
    let tell: (recorded: Recorded) => void = () => undefined;
    const store = {
      state: signal(aTown(aResident('ana'))),
      watch: (told: typeof tell) => {
        tell = told;
        return () => undefined;
      },
    };
    const eye = new Eye(store as unknown as TownStore);
    eye.open();
    for (const recorded of aLog(Array.from({ length: 8640 }, () => announced('Hear, hear!')))) tell(recorded);
    expect((Reflect.get(eye, 'marks') as unknown[]).length).toBeLessThanOrEqual(201);
  });
});
