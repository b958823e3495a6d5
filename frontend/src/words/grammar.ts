/** What a language does with numbers, amounts and rows of names, by Intl. */

export interface Grammar {
  /** "1,240" or "1.240"; with so many decimals, if any are wanted. */
  number: (value: number, decimals?: number) => string;
  /** The form that fits `count`, which the form gets as the language writes it. */
  count: (count: number, one: (count: string) => string, other: (count: string) => string) => string;
  /** "Ana, Ben and Cleo". */
  list: (names: readonly string[]) => string;
  /** "1.2 k"; for amounts that only matter roughly. */
  rough: (value: number) => string;
}

function grammarOf(tag: string): Grammar {
  const plurals = new Intl.PluralRules(tag);
  const names = new Intl.ListFormat(tag, { type: 'conjunction' });
  const amounts = new Intl.NumberFormat(tag, { notation: 'compact', maximumFractionDigits: 1 });
  const formats = new Map<number, Intl.NumberFormat>();
  const number = (value: number, decimals = 0) => {
    const known = formats.get(decimals);
    const fixed = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    const format = known ?? new Intl.NumberFormat(tag, fixed);
    formats.set(decimals, format);
    return format.format(value);
  };
  return {
    number,
    count: (count, one, other) => (plurals.select(count) === 'one' ? one : other)(number(count)),
    list: (all) => names.format(all),
    rough: (value) => amounts.format(value),
  };
}

export const english = grammarOf('en-GB');
export const german = grammarOf('de');
