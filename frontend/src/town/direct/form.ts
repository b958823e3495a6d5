/** A form of an intervention: what is filled in, when it is whole, and the input that it becomes. */
import type { AnyInput, FieldView, InterventionView } from '../generated.ts';
import { traitsIn } from './traits.ts';

/** By field, as the controls hold it; '' is left out. */
export type Values = Readonly<Record<string, string>>;

/** Whether nothing that is needed is missing. */
export function isWhole({ id, fields }: InterventionView, values: Values): boolean {
  const changes = fields.filter(({ name }) => name !== 'resident');
  if (id === 'edit_persona' && changes.every((field) => filled(values, field) === '')) return false;
  return fields.every((field) => field.left_out !== '' || filled(values, field) !== '');
}

/** The input; what is left out is not in it. */
export function inputOf({ id, fields }: InterventionView, values: Values): AnyInput {
  const sent = fields
    .map((field) => [field.name, filled(values, field), field] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value, field]) => [name, told(field, value)] as const);
  return { kind: id, ...Object.fromEntries(sent) } as unknown as AnyInput;
}

const NUMBERS: ReadonlySet<FieldView['choice']> = new Set(['closeness', 'importance', 'moment', 'minutes', 'years']);

const filled = (values: Values, { name }: FieldView) => (values[name] ?? '').trim();

function told({ choice }: FieldView, value: string): string | number | boolean | string[] {
  if (NUMBERS.has(choice)) return Number(value);
  if (choice === 'traits') return traitsIn(value);
  return choice === 'flag' ? value === 'yes' : value;
}

/** Whether one that is looked for by `sought` is meant: all of its words begin words of what is said of it. */
export function isMeant(sought: string, said: readonly string[]): boolean {
  const known = said
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const wanted = sought.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return wanted.every((word) => known.some((one) => one.startsWith(word)));
}
