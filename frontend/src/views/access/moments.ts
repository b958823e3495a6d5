/** Moments of real time in words, where and as the reader tells them. */
import { locale, words } from '../../words/language.ts';

const DAY: Intl.DateTimeFormatOptions = { dateStyle: 'medium' };
const MOMENT: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };
const UNITS: readonly [Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** `iso` is ISO 8601, as everywhere here. */
export const day = (iso: string) => new Date(iso).toLocaleDateString(locale(), DAY);

export const moment = (iso: string) => new Date(iso).toLocaleString(locale(), MOMENT);

/** How long ago something was: "3 minutes ago". `now` in real milliseconds. */
export function ago(iso: string, now: number): string {
  const seconds = (now - Date.parse(iso)) / 1000;
  const unit = UNITS.find(([, size]) => seconds >= size);
  if (unit === undefined) return words().access.justNow;
  return new Intl.RelativeTimeFormat(locale()).format(-Math.floor(seconds / unit[1]), unit[0]);
}
