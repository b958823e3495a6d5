/** What happened in town, the newest first. */
import { bodiesOf, type NewsItem } from '../../town/feed.ts';
import { words } from '../../words/language.ts';
import { useDesk, type Desk } from './desk.ts';
import { NEWS_ICONS, newsParts } from './newsText.ts';

const SHOWN = 120;

export function Feed() {
  const desk = useDesk();
  const items = desk.store.news.value;
  if (items.length === 0) return <p class="quiet">{words().town.noNews}</p>;
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

function Item({ item, desk }: { item: NewsItem; desk: Desk }) {
  const { setting, state, calendar } = desk.store;
  if (setting.value === null) return null;
  const { event, tick } = item;
  const { who, what } = newsParts(event, setting.value, state.value);
  const [body] = bodiesOf(event);
  const visit = () => {
    if (event.kind === 'object_changed') desk.map.value?.flyToThing(event.object);
    else if (body !== undefined) desk.visit(body);
  };
  const why =
    event.kind === 'announced' || event.kind.startsWith('visitor_') ? null : () => desk.why.ask({ seq: item.seq });
  return (
    <li class={`n-${event.kind}`}>
      <button type="button" onClick={visit}>
        <time>{calendar.value.clock(tick)}</time>
        <span aria-hidden="true">{NEWS_ICONS[event.kind]}</span>
        <span>
          <b>{who}</b> {what}
        </span>
      </button>
      {why !== null && (
        <button class="ask-why" type="button" onClick={why}>
          {words().town.why}
        </button>
      )}
    </li>
  );
}
