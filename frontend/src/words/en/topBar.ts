/** The bar over a town: its name, its time, whether it is being followed. */
export const topBar = {
  allTowns: 'Townlet: all towns',
  residents: (count: number, asleep: number) =>
    `${count} ${count === 1 ? 'resident' : 'residents'}${asleep > 0 ? `, ${asleep} asleep` : ''}`,
  day: (weekday: string, day: number) => `${weekday} · day ${day} ·`,
  connection: {
    connecting: 'connecting',
    live: 'live',
    away: 'server away',
    busy: 'waiting',
    gone: 'gone',
    out: 'signed out',
  },
};
