import { describe, expect, it } from 'vitest';
import { carriedTo, deedOf, deedOfVisitor, liesDown, sitsOnTheGround, turnOf } from '../../src/scene/deeds.ts';

describe('what somebody is seen to do', () => {
  it.each([
    ['writing at the desk', 'write', 'pen'],
    ['reading over a cup of tea', 'read', 'book'],
    ['eating at the cafe', 'eat', 'fork'],
    ['drinking a coffee', 'drink', 'cup'],
    ['having a drink at the pub', 'drink', 'glass'],
    ['having a pub meal', 'eat', 'fork'],
    ['cooking a meal', 'cook', 'spoon'],
    ['playing the guitar', 'music', 'guitar'],
    ['lifting weights', 'exercise', 'weight'],
    ['painting at the easel', 'make', 'brush'],
    ['filling the shelves', 'work', 'box'],
    ['weeding and raking', 'garden', 'rake'],
    ['sweeping the floor', 'work', 'broom'],
    ['reading a book', '', 'book'],
    ['sitting on the bench', 'rest', null],
  ])('holds, while %s (%s): %s', (activity, need, item) => {
    expect(deedOf(activity, need).item).toBe(item);
  });

  it('leaves the arms of who rests alone, and moves those of who plays', () => {
    expect(deedOf('sitting on the bench', 'rest').arms).toEqual(['', '']);
    expect(deedOf('playing the piano', 'music').arms).toEqual(['reach', '']);
  });

  it('carries along what fits what it is about to do', () => {
    expect([carriedTo('read'), carriedTo('drink'), carriedTo('shop'), carriedTo('rest')]).toEqual([
      'carried_book',
      'carried_cup',
      'carried_bag',
      null,
    ]);
  });

  it('lets a visitor wave until the moment is over, then go on with what it does', () => {
    const doing = { object: 'o', use: 'u', activity: 'reading', emoji: '', pose: 'sitting', since: 0 } as const;
    const emote = { emote: 'wave', since: 5, until: 17 } as const;
    expect(deedOfVisitor({ doing, emote }, 10).arms).toContain('raise');
    expect(deedOfVisitor({ doing, emote }, 17).item).toBe('book');
    expect(deedOfVisitor({ doing: null, emote: null }, 0).item).toBeNull();
  });

  it('takes turns, not all in step', () => {
    const eating = deedOf('eating', 'eat');
    const turns = Array.from({ length: 20 }, (_, n) => turnOf(eating, 'ana', n * 250));
    expect(new Set(turns).size).toBe(2);
    const others = ['ana', 'bo', 'cem', 'dora', 'eli', 'fay'].map((who) => turnOf(eating, who, 0));
    expect(new Set(others).size).toBe(2);
  });

  it('tells who lies down and who sits on the ground', () => {
    expect(liesDown('lying down for a while')).toBe(true);
    expect(liesDown('reading in the armchair')).toBe(false);
    expect(sitsOnTheGround('reading on the grass')).toBe(true);
    expect(sitsOnTheGround('exercising on the grass')).toBe(false);
  });
});
