/** What is filled in, in the words of the page: names instead of ids. */
import { placeName, theThing } from '../../town/addresses.ts';
import type { Calendar } from '../../town/calendar.ts';
import type { Values } from '../../town/direct/form.ts';
import type { Offered } from '../../town/direct/offered.ts';
import { traitsIn } from '../../town/direct/traits.ts';
import type { FieldView, StateDocument } from '../../town/generated.ts';
import type { Setting } from '../../town/setting.ts';
import { words } from '../../words/language.ts';

/** By field; what is left out is ''. */
export function shownOf(
  { fields }: Offered,
  values: Values,
  setting: Setting,
  town: StateDocument | null,
  calendar: Calendar,
): Record<string, string> {
  const shown = fields.map((field) => [field.name, show(field, values, setting, town, calendar)] as const);
  return Object.fromEntries(shown);
}

function show(
  { name, choice }: FieldView,
  values: Values,
  setting: Setting,
  town: StateDocument | null,
  calendar: Calendar,
): string {
  const value = (values[name] ?? '').trim();
  const says = words();
  if (value === '') return '';
  switch (choice) {
    case 'resident':
      return setting.nameOf(value);
    case 'place':
      return placeName(value);
    case 'object':
      return theThing(value);
    case 'weather':
      return says.telling.weather[value as keyof typeof says.telling.weather];
    case 'mind':
      return says.telling.minds[value as keyof typeof says.telling.minds].label;
    case 'commitment':
      return town?.commitments[value]?.what ?? '';
    case 'moment':
      return `${calendar.day(Number(value))}, ${calendar.clock(Number(value))}`;
    case 'aim':
      return town?.residents[values.resident ?? '']?.goals[value]?.text ?? '';
    case 'traits':
      return traitsIn(value)
        .map((trait) => says.own.traits[trait] ?? trait)
        .join(', ');
    default:
      return value;
  }
}
