import type { first as english } from '../en/first.ts';

export const first: typeof english = {
  title: 'Deine erste Minute',
  lived: (clock) => `Die Stadt lebt seit ${clock}; nichts hier ist gestellt.`,
  watch: 'Sieh einem Gespräch zu: wer 💬 trägt, redet. Ein Klick zeigt alles, was gesagt wurde.',
  watchShort: 'Einem Gespräch zusehen',
  talk: 'Sprich mit jemandem: wähle jemanden aus und sag Hallo.',
  talkShort: 'Mit jemandem sprechen',
  change: 'Ändere etwas: lass es regnen, oder wähle irgendein Ding.',
  changeShort: 'Etwas ändern',
  rain: 'Lass es regnen',
  clear: 'Lass die Sonne scheinen',
  show: 'Zeig es mir',
  done: 'erledigt',
  away: 'Keine Hinweise mehr',
  all: 'Mehr muss man nicht wissen. Die Stadt gehört dir.',
};
