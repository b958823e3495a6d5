import { expect, it } from 'vitest';
import { Desk } from '../../src/views/town/desk.ts';

it('takes the view back from the director’s eye for whoever walks', () => {
  const desk = new Desk('t-1');
  desk.watchByItself(true);
  expect(desk.eye.on.value).toBe(true);
  // As a key that leads somewhere, a click and walking in do.
  desk.visitor.following.value = true;
  expect(desk.eye.on.value).toBe(false);
  desk.watchByItself(true);
  expect([desk.eye.on.value, desk.visitor.following.value]).toEqual([true, false]);
});
