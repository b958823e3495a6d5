/** What happened in town, the newest first. */
import { bodiesOf, type NewsItem } from '../../town/feed.ts';
import { useDesk, type Desk } from './desk.ts';
import { NEWS_ICONS, newsParts } from './newsText.ts';

const SHOWN = 120;

export function Feed() {
  const desk = useDesk();
  const items = desk.store.news.value;
  if (items.length === 0)
    return <p class="quiet">Nothing worth telling has happened yet. Let the clock run for a while.</p>;
  return (
    <ol class="feed">
      {items
        .slice(-SHOWN)
        .reverse()
        .map((item) => (
          <Item key={item.seq} item={item} desk={desk} />
        ))}
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
  return (
    <li class={`n-${event.kind}`}>
      <button type="button" onClick={visit}>
        <time>{calendar.value.clock(tick)}</time>
        <span aria-hidden="true">{NEWS_ICONS[event.kind]}</span>
        <span>
          <b>{who}</b> {what}
        </span>
      </button>
    </li>
  );
}
