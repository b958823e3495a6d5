/** What happened in town, the newest first, sifted by kind, person and place. */
import { useState } from 'preact/hooks';
import { api } from '../../town/api.ts';
import { bodiesOf, tileOf, type NewsItem } from '../../town/feed.ts';
import { EVERYTHING, passes, SORTS, type Sieve, type Sort } from '../../town/watching/sifting.ts';
import { words } from '../../words/language.ts';
import { useDesk, type Desk } from './desk.ts';
import { NEWS_ICONS, newsParts } from './newsText.ts';

const SHOWN = 120;

export function Feed() {
  const desk = useDesk();
  const [sieve, setSieve] = useState(EVERYTHING);
  const items = desk.store.news.value;
  const setting = desk.store.setting.value;
  if (items.length === 0 || setting === null) return <p class="quiet">{words().town.noNews}</p>;
  const fitting = items.filter((item) => passes(sieve, item, (x, y) => setting.arenaAt(x, y)));
  return (
    <>
      <Sieves desk={desk} sieve={sieve} choose={setSieve} />
      {fitting.length === 0 && (
        <p class="quiet">
          {words().watching.feed.none}{' '}
          <button class="plain" type="button" onClick={() => setSieve(EVERYTHING)}>
            {words().watching.feed.clear}
          </button>
        </p>
      )}
      <Items items={fitting} desk={desk} />
    </>
  );
}

function Items({ items, desk }: { items: readonly NewsItem[]; desk: Desk }) {
  const calendar = desk.store.calendar.value;
  // Read without following it: the list changes with the news, not with every tick.
  const today = calendar.dayNumber(desk.store.tick.peek());
  const shown = items.slice(-SHOWN).reverse();
  return (
    <ol class="feed">
      {shown.flatMap((item, place) => {
        const later = shown[place - 1];
        const day = calendar.dayNumber(item.tick);
        const turned = day !== (later === undefined ? today : calendar.dayNumber(later.tick));
        const row = <Item key={item.seq} item={item} desk={desk} />;
        if (!turned) return [row];
        const heading = (
          <li key={`day ${day}`} class="day">
            {calendar.day(item.tick)}
          </li>
        );
        return [heading, row];
      })}
    </ol>
  );
}

function Sieves({ desk, sieve, choose }: { desk: Desk; sieve: Sieve; choose: (sieve: Sieve) => void }) {
  const scenario = desk.store.setting.value?.scenario;
  const says = words().watching.feed;
  if (scenario === undefined) return null;
  const people = [...scenario.residents].sort((a, b) => a.name.localeCompare(b.name));
  const sorts = SORTS.map((sort) => ({ id: sort, name: says.sorts[sort] }));
  return (
    <div class="sieve" role="group" aria-label={says.filters}>
      <Choice
        label={says.sort}
        all={says.anything}
        options={sorts}
        chosen={sieve.sort}
        choose={(sort) => choose({ ...sieve, sort: sort as Sort | null })}
      />
      <Choice
        label={says.person}
        all={says.anybody}
        options={people}
        chosen={sieve.person}
        choose={(person) => choose({ ...sieve, person })}
      />
      <Choice
        label={says.place}
        all={says.anywhere}
        options={scenario.sectors}
        chosen={sieve.sector}
        choose={(sector) => choose({ ...sieve, sector })}
      />
    </div>
  );
}

interface ChoiceProps {
  label: string;
  /** What it is called to choose none of them. */
  all: string;
  options: readonly { id: string; name: string }[];
  chosen: string | null;
  choose: (id: string | null) => void;
}

function Choice({ label, all, options, chosen, choose }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      title={label}
      value={chosen ?? ''}
      onChange={(event) => choose(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    >
      <option value="">{all}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Item({ item, desk }: { item: NewsItem; desk: Desk }) {
  const { setting, state, calendar } = desk.store;
  if (setting.value === null) return null;
  const { event, tick } = item;
  const { who, what } = newsParts(event, setting.value, state.value);
  const why =
    event.kind === 'announced' || event.kind.startsWith('visitor_') ? null : () => desk.why.ask({ seq: item.seq });
  return (
    <li class={`n-${event.kind}`}>
      <button type="button" onClick={() => void flyThere(desk, item)}>
        <time>{calendar.value.clock(tick)}</time>
        <span aria-hidden="true">{NEWS_ICONS[event.kind]}</span>
        <span>
          <b>{who}</b> {what}
        </span>
      </button>
      {event.kind === 'announced' && (
        <button class="ask-why" type="button" onClick={() => desk.spread.follow({ announcement: item.seq })}>
          {words().spread.whoKnows}
        </button>
      )}
      {why !== null && (
        <button class="ask-why" type="button" onClick={why}>
          {words().town.why}
        </button>
      )}
    </li>
  );
}

/** Flies to where it happened; of what is older than the page, the server knows where that was. */
async function flyThere(desk: Desk, { event, tick, at }: NewsItem): Promise<void> {
  const map = desk.map.peek();
  desk.eye.stop();
  desk.following.value = false;
  desk.visitor.following.value = false;
  if (map === null) return;
  if (event.kind === 'object_changed') {
    map.flyToThing(event.object);
    return;
  }
  const tile = at ?? (await tileThen(desk, event, tick));
  if (tile !== undefined) map.flyToTile(tile);
}

async function tileThen(desk: Desk, event: NewsItem['event'], tick: number) {
  if (bodiesOf(event).length === 0) return undefined;
  try {
    return tileOf(event, await api.stateAt(desk.store.id, tick), tick);
  } catch {
    // Where they are now is the next best.
    const town = desk.store.state.peek();
    return town === null ? undefined : tileOf(event, town, Math.floor(desk.store.now));
  }
}
