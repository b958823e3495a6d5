/** What has to come about before something is done: the kind of it, and what it is told by. */
import { useEffect } from 'preact/hooks';
import { CONDITIONS, heardKey, heardOf, HOWS, type ConditionKind } from '../../town/direct/condition.ts';
import type { Values } from '../../town/direct/form.ts';
import { words } from '../../words/language.ts';
import { Field } from '../Field.tsx';
import { useDesk } from '../town/desk.ts';
import { WEATHER_SIGNS } from '../town/weatherSigns.ts';
import { heardText } from './conditionText.ts';
import { Chips, Choose, Places, Thing, WEATHERS, Whole } from './pickers.tsx';

interface Props {
  kind: ConditionKind;
  values: Values;
  choose: (kind: ConditionKind, values: Values) => void;
}

export function ConditionFields({ kind, values, choose }: Props) {
  const says = words().arming;
  return (
    <>
      <Field label={says.what}>
        {(id) => (
          <select id={id} value={kind} onChange={(event) => choose(event.currentTarget.value as ConditionKind, {})}>
            {CONDITIONS.map((one) => (
              <option key={one} value={one}>
                {says.kinds[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Told kind={kind} values={values} change={(changes) => choose(kind, { ...values, ...changes })} />
    </>
  );
}

type OfOne = Pick<Props, 'kind' | 'values'> & { change: (changes: Values) => void };

function Told({ kind, values, change }: OfOne) {
  const desk = useDesk();
  const setting = desk.store.setting.value;
  const says = words().arming;
  useEffect(() => (kind === 'knows' ? desk.spread.count(() => null) : undefined), [kind]);
  if (setting === null) return null;
  const of = (field: string) => ({ value: values[field] ?? '', set: (one: string) => change({ [field]: one }) });
  const somebody = (field: keyof typeof says.fields, leftOut = '', but = '') => (
    <Choose label={says.fields[field]} {...of(field)} leftOut={leftOut}>
      <People but={but} />
    </Choose>
  );
  const knowers = () => (
    <>
      {somebody('who', says.soMany)}
      {!values.who && <Whole label={says.fields.least} {...of('least')} least={1} most={100} leftOut="1" />}
    </>
  );
  switch (kind) {
    case 'arrives':
      return (
        <>
          {somebody('who', says.anybody)}
          <Choose label={says.fields.place} {...of('place')} leftOut="">
            <Places setting={setting} having="anything" />
          </Choose>
        </>
      );
    case 'talk':
      return (
        <>
          {somebody('one')}
          {somebody('other', '', values.one)}
        </>
      );
    case 'knows':
      return (
        <>
          <Choose label={says.fields.news} {...of('news')} leftOut="">
            {desk.spread.items.value.map(({ id, text }) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </Choose>
          {knowers()}
        </>
      );
    case 'heard_of':
      return (
        <>
          <Choose label={says.fields.what} {...of('what')} leftOut="">
            <WhatGoesRound chosen={values.what ?? ''} />
          </Choose>
          {knowers()}
        </>
      );
    case 'thing':
      return (
        <>
          <Thing label={says.fields.object} {...of('object')} setting={setting} />
          <Field label={says.fields.state}>
            {(id) => (
              <input
                id={id}
                maxLength={80}
                value={values.state ?? ''}
                onInput={(event) => change({ state: event.currentTarget.value })}
              />
            )}
          </Field>
        </>
      );
    case 'weather':
      return (
        <Chips
          label={says.fields.weather}
          {...of('weather')}
          all={WEATHERS}
          called={words().town.direct.weathers}
          signs={WEATHER_SIGNS}
        />
      );
    case 'commitment':
      return (
        <>
          {somebody('who', says.anybody)}
          <Chips
            label={says.fields.how}
            value={values.how ?? 'kept'}
            set={of('how').set}
            all={HOWS}
            called={says.hows}
          />
        </>
      );
    case 'clock':
      return null;
  }
}

/** What was announced and what is agreed on, the newest first; and what was being followed when the form was opened. */
function WhatGoesRound({ chosen }: { chosen: string }) {
  const desk = useDesk();
  const { store, spread } = desk;
  const says = words().arming.goesRound;
  useEffect(() => void spread.readAnnouncements(), [spread]);
  const agreed = Object.values(store.state.value?.commitments ?? {}).filter(({ end }) => end > store.tick.peek());
  const lists = [
    { of: 'announcement', whiches: spread.announced.value },
    { of: 'commitment', whiches: agreed.map(({ id }) => id).reverse() },
  ] as const;
  const listed = lists.flatMap(({ of, whiches }) => whiches.map((which) => heardKey({ of, which })));
  const other = listed.includes(chosen) ? null : heardOf(chosen);
  return (
    <>
      {other !== null && <option value={chosen}>{heardText(other, desk)}</option>}
      {lists
        .filter(({ whiches }) => whiches.length > 0)
        .map(({ of, whiches }) => (
          <optgroup key={of} label={says[of]}>
            {whiches.map((which) => (
              <option key={which} value={heardKey({ of, which })}>
                {heardText({ of, which }, desk)}
              </option>
            ))}
          </optgroup>
        ))}
    </>
  );
}

function People({ but }: { but: string }) {
  const { store } = useDesk();
  const here = store.state.value?.residents ?? {};
  const people = [...(store.setting.value?.people.values() ?? [])].filter(({ id }) => id !== but && id in here);
  return (
    <>
      {people.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </>
  );
}
