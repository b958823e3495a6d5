import { describe, expect, it } from 'vitest';
import { daylight, lampLight, through } from '../../src/scene/daylight.ts';
import { Shelter } from '../../src/scene/shelter.ts';
import { brightness } from '../../src/scene/weather/course.ts';
import { skyOf, turned } from '../../src/scene/weather/sky.ts';

describe('the weather', () => {
  it('turns by and by, and is as it should be in the end', () => {
    let sky = turned(skyOf('clear'), 'snow', 100);
    expect(sky.flakes).toBeGreaterThan(0);
    expect(sky.flakes).toBeLessThan(1);
    for (let i = 0; i < 200; i++) sky = turned(sky, 'snow', 100);
    expect(sky).toEqual(skyOf('snow'));
  });

  it('lets snow lie for a while after it has stopped', () => {
    const sky = turned(skyOf('snow'), 'clear', 3000);
    expect(sky.flakes).toBe(0);
    expect(sky.settled).toBeGreaterThan(0.5);
  });

  it('lights the lamps in a storm by day, and by fair weather does not', () => {
    expect(lampLight(through(daylight(12), skyOf('storm').light))).toBeGreaterThan(0.2);
    expect(lampLight(through(daylight(12), skyOf('clear').light))).toBe(0);
  });

  it('flashes and is dark again soon', () => {
    expect(brightness(10)).toBeGreaterThan(0.2);
    expect(brightness(5000)).toBe(0);
    expect(brightness(Infinity)).toBe(0);
  });
});

describe('a shelter', () => {
  const shelter = new Shelter([['Nowhere:Cottage', 2, 4, 6, 5]], 320, 16);

  it('keeps the rain off floors and the wall behind them, not off the garden', () => {
    expect(shelter.covers(4.5 * 16, 6 * 16)).toBe(true);
    expect(shelter.covers(4.5 * 16, 3.2 * 16)).toBe(true);
    expect(shelter.covers(4.5 * 16, 10 * 16)).toBe(false);
    expect(shelter.covers(9.5 * 16, 6 * 16)).toBe(false);
  });

  it('is rained upon where the roof is on', () => {
    shelter.roofed = new Set(['Nowhere:Cottage']);
    expect(shelter.covers(4.5 * 16, 6 * 16)).toBe(false);
  });
});
