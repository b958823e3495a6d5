/** A sign for each weather, beside its name or the clock. */
import type { Weather } from '../../town/generated.ts';

export const WEATHER_SIGNS: Readonly<Record<Weather, string>> = {
  clear: '☀️',
  rain: '🌧️',
  storm: '⛈️',
  snow: '❄️',
  fog: '🌫️',
  heat: '🥵',
};
