import { describe, expect, it } from 'vitest';
import { mannerAt, Voices } from '../../src/scene/voices.ts';

/** What is on the map of these speakers. */
const heard = (voices: Voices, now: number, ...speakers: string[]) =>
  speakers.map((speaker) => voices.lineOf(speaker, now)?.text ?? null);

describe('voices on the map', () => {
  it('are heard line by line while the town goes at a pace to read at', () => {
    const voices = new Voices();
    voices.keepTo(3);
    voices.say('ana', ['ben'], 'Good morning!', 0);
    voices.say('ben', ['ana'], 'Hello, Ana.', 10);
    expect(heard(voices, 20, 'ana', 'ben')).toEqual(['Good morning!', 'Hello, Ana.']);
  });

  it('let one line stand for a talk in a fast town, and keep it as long as at any pace', () => {
    const voices = new Voices();
    voices.keepTo(30);
    voices.say('ana', ['ben'], 'There will be a party on Friday!', 0);
    expect(heard(voices, 0, 'ana', 'ben')).toEqual(['There will be a party on Friday!', null]);
    voices.say('ben', ['ana'], 'How nice.', 200);
    voices.say('ana', ['ben'], 'Will you come?', 400);
    expect(heard(voices, 2400, 'ana', 'ben')).toEqual(['There will be a party on Friday!', null]);
  });

  it('cut what stands for a talk to what can be read in passing', () => {
    const voices = new Voices();
    voices.keepTo(30);
    voices.say('ana', ['ben'], 'word '.repeat(60), 0);
    expect(voices.lineOf('ana', 0)?.text.length).toBeLessThan(70);
  });

  it('are hushed where time flies, also those that were being read', () => {
    const voices = new Voices();
    voices.keepTo(3);
    voices.say('ana', ['ben'], 'Good morning!', 0);
    expect(heard(voices, 0, 'ana')).toEqual(['Good morning!']);
    voices.keepTo(500);
    voices.say('ben', ['ana'], 'Hello.', 10);
    expect(heard(voices, 20, 'ana', 'ben')).toEqual([null, null]);
    expect([0, 3, 30, 500].map(mannerAt)).toEqual(['lines', 'lines', 'brief', 'hush']);
  });
});
