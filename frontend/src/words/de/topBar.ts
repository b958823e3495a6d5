import type { Words } from '../en/index.ts';

export const topBar: Words['topBar'] = {
  allTowns: 'Townlet: alle Städte',
  residents: (count, asleep) =>
    `${count} ${count === 1 ? 'Mensch' : 'Leute'}${asleep > 0 ? `, ${asleep} ${asleep === 1 ? 'schläft' : 'schlafen'}` : ''}`,
  day: (weekday, day) => `${weekday} · Tag ${day} ·`,
  connection: {
    connecting: 'verbindet',
    live: 'live',
    away: 'Server nicht da',
    busy: 'wartet',
    gone: 'weg',
    out: 'abgemeldet',
  },
};
