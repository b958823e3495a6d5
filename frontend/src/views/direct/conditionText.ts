/** What is waited for, and what is to be done then, in sentences. */
import { placeName, theThing } from '../../town/addresses.ts';
import type { Values } from '../../town/direct/form.ts';
import { offered } from '../../town/direct/offered.ts';
import { traitsOf } from '../../town/direct/traits.ts';
import type { ArmedIntervention, Condition, HeardOf, InterventionKind, NewsItemView } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import type { Desk } from '../town/desk.ts';
import { shownOf } from './shown.ts';

/** "When Nadia arrives: the Blue Kettle". */
export function whenText(when: Condition, desk: Desk): string {
  const says = words().arming.when;
  const setting = desk.store.setting.value;
  const name = (id: string | null | undefined): string => (id ? (setting?.nameOf(id) ?? id) : '');
  switch (when.condition) {
    case 'arrives':
      return says.arrives(name(when.who), placeName(when.place));
    case 'talk':
      return says.talk(name(when.one), name(when.other));
    case 'knows':
      return says.knows(name(when.who), when.least ?? 1, newsText(when.news, desk.spread.items.value));
    case 'heard_of':
      return says.knows(name(when.who), when.least ?? 1, heardText(when, desk));
    case 'thing':
      return says.thing(theThing(when.object), when.state);
    case 'weather':
      return says.weather[when.weather];
    case 'clock':
      return says.clock(clockText(when.minute));
    case 'commitment':
      return says.commitment[when.how](name(when.who));
  }
}

/** What is to be done, as the form's preview says it. */
export function deedText({ do: deed }: Pick<ArmedIntervention, 'do'>, desk: Desk): string {
  const kind = String(deed.kind);
  const { kinds } = words().palette;
  const chosen = offered.value?.find(({ id }) => id === kind);
  const setting = desk.store.setting.value;
  if (chosen === undefined || setting === null) return kind in kinds ? kinds[kind as InterventionKind].title : kind;
  const { state, calendar } = desk.store;
  return kinds[chosen.id].preview(shownOf(chosen, valuesOf(deed), setting, state.value, calendar.value));
}

/** As a form holds them. */
function valuesOf(deed: Readonly<Record<string, unknown>>): Values {
  const held = (value: unknown): string => {
    if (Array.isArray(value)) return traitsOf(value.map(String));
    return typeof value === 'string' || typeof value === 'number' ? String(value) : value === true ? 'yes' : '';
  };
  return Object.fromEntries(Object.entries(deed).map(([field, value]) => [field, held(value)]));
}

const newsText = (news: string, known: readonly NewsItemView[]) => known.find(({ id }) => id === news)?.text ?? news;

/** What is waited for to be known, in words. */
export function heardText({ of, which }: Pick<HeardOf, 'of' | 'which'>, { store, spread }: Desk): string {
  const town = store.state.value;
  if (of === 'announcement') return which;
  if (of === 'commitment') return town?.commitments[which]?.what ?? which;
  if (of === 'memory') return spread.texts.value.get(which) ?? '…';
  const held = Object.values(town?.residents ?? {}).find(({ beliefs }) => which in beliefs);
  return held?.beliefs[which]?.statement ?? which;
}

const clockText = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
