import { describe, expect, it } from 'vitest';
import { oneMoreKnows } from '../../src/town/direct/awaited.ts';
import { conditionOf, CONDITIONS, heardKey } from '../../src/town/direct/condition.ts';
import { reduce } from '../../src/town/reduce.ts';
import type { AnyEvent } from '../../src/town/generated.ts';
import { aLog, aTown } from './town.ts';

describe('what an intervention may wait for', () => {
  it('is no condition while something is missing', () => {
    for (const kind of CONDITIONS.filter((one) => one !== 'commitment')) expect(conditionOf(kind, {})).toBeNull();
    expect(conditionOf('talk', { one: 'ana', other: 'ana' })).toBeNull();
    expect(conditionOf('thing', { object: 'a stove', state: '  ' })).toBeNull();
    expect(conditionOf('knows', { news: 'lanterns', least: '0' })).toBeNull();
    expect(conditionOf('knows', { news: 'lanterns', least: '2.5' })).toBeNull();
  });

  it('is anybody where nobody is chosen', () => {
    const place = 'Lane:Café';
    expect(conditionOf('arrives', { place })).toEqual({ condition: 'arrives', who: null, place });
    expect(conditionOf('arrives', { place, who: 'ana' })).toMatchObject({ who: 'ana' });
    expect(conditionOf('commitment', {})).toEqual({ condition: 'commitment', how: 'kept', who: null });
  });

  it('is somebody who knows, or so many who do', () => {
    const news = 'lanterns';
    expect(conditionOf('knows', { news, who: 'ana', least: '3' })).toEqual({ condition: 'knows', news, who: 'ana' });
    expect(conditionOf('knows', { news, least: '3' })).toEqual({ condition: 'knows', news, least: 3 });
    expect(conditionOf('knows', { news })).toMatchObject({ least: 1 });
  });
});

describe('what goes round', () => {
  it('is told by what it is and by its words or id, bars and all', () => {
    const what = heardKey({ of: 'announcement', which: 'Cake | tea' });
    expect(conditionOf('heard_of', { what, least: '2' })).toEqual({
      condition: 'heard_of',
      of: 'announcement',
      which: 'Cake | tea',
      least: 2,
    });
    expect(conditionOf('heard_of', { what: 'a rumour|x' })).toBeNull();
  });

  it('is waited for until one more knows than do now', () => {
    const cake = oneMoreKnows({ announcement: 40 }, 'Cake!', 3);
    expect(conditionOf(cake.kind, cake.values)).toMatchObject({ of: 'announcement', which: 'Cake!', least: 4 });
    const belief = oneMoreKnows({ belief: 'belief:ana@1.0' }, 'Cake is good.', 1);
    expect(conditionOf(belief.kind, belief.values)).toMatchObject({ of: 'belief', which: 'belief:ana@1.0' });
    const news = oneMoreKnows({ news: 'lanterns' }, 'Lanterns.', 2);
    expect(conditionOf(news.kind, news.values)).toEqual({ condition: 'knows', news: 'lanterns', least: 3 });
  });
});

describe('what waits', () => {
  const armed: AnyEvent = {
    kind: 'armed',
    armed: 'armed:0.a',
    when: { condition: 'weather', weather: 'rain' },
    do: { kind: 'announce', text: 'Rain!' },
    by: 'Maya',
    until: 60,
  };

  const after = (...events: AnyEvent[]) => aLog(events).reduce(reduce, aTown());

  it('waits until it is fired, and is told as failed where it could not be done', () => {
    expect(Object.keys(after(armed).armed)).toEqual(['armed:0.a']);
    const met: AnyEvent = { kind: 'condition_met', armed: 'armed:0.a', who: null };
    expect(after(armed, met).armed['armed:0.a']?.met).toBe(1);
    const fired: AnyEvent = { kind: 'fired', armed: 'armed:0.a' };
    expect(after(armed, met, fired).armed).toEqual({});
    expect(after(armed, met, fired).spent['armed:0.a']).toMatchObject({ how: 'fired', ended: 2 });
    const misfired: AnyEvent = { kind: 'misfired', armed: 'armed:0.a', error: 'NotClosed', reason: 'It is open.' };
    expect(after(armed, met, fired, misfired).spent['armed:0.a']).toMatchObject({ how: 'failed', error: 'NotClosed' });
  });

  it('is kept in view with the last twelve that are over', () => {
    const many = Array.from({ length: 14 }, (_, n): AnyEvent[] => [
      { ...armed, armed: `armed:${n}` },
      { kind: 'expired', armed: `armed:${n}` },
    ]).flat();
    expect(Object.keys(after(...many).spent)).toHaveLength(12);
  });
});
