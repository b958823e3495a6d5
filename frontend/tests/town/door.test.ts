import { describe, expect, it } from 'vitest';
import { tokenIn, withoutToken } from '../../src/town/door.ts';

describe('a link', () => {
  it.each([
    ['http://localhost:8000/#token=twl_abc', 'twl_abc'],
    [' https://town.example/towns/t-1?r=canvas#token=twl_abc ', 'twl_abc'],
    ['Come and see: http://localhost/#token=twl_abc\nSee you!', 'twl_abc'],
    ['#at=3&token=twl_abc&more=1', 'twl_abc'],
    ['  twl_abc\n', 'twl_abc'],
    ['#token=%E0%A4%A', '%E0%A4%A'],
  ])('gives its token: %j', (text, token) => {
    expect(tokenIn(text)).toBe(token);
  });

  it.each([
    ['#token=twl_abc', ''],
    ['#at=3&token=twl_abc', '#at=3'],
    ['#token=twl_abc&at=3', '#at=3'],
    ['#a=1&token=twl_abc&b=2', '#a=1&b=2'],
    ['#at=3', '#at=3'],
    ['', ''],
  ])('leaves the rest of the address as it was: %j', (hash, rest) => {
    expect(withoutToken(hash)).toBe(rest);
  });
});
