/** What happened in a replay up to the shown moment, the newest first; each leads to its moment and place. */
import { NEWS_ICONS, newsParts } from '../views/town/newsText.ts';
import { words } from '../words/language.ts';
import { useShowing, type Told } from './showing.ts';

const SHOWN = 150;

/** `of`: only what this resident said or was told. */
export function ToldList({ of = null }: { of?: string | null }) {
  const showing = useShowing();
  const now = showing.projector.tick.value;
  const items = showing.told.filter(
    (item) => item.tick <= now && (of === null || (item.event.kind === 'said' && isOf(item, of))),
  );
  const says = words().replay;
  if (items.length === 0) return <p class="quiet">{of === null ? says.nothingYet : says.noLines}</p>;
  return (
    <ol class="feed">
      {items
        .slice(-SHOWN)
        .reverse()
        .map((item) => (
          <Item key={item.seq} item={item} />
        ))}
    </ol>
  );
}

const isOf = ({ event }: Told, who: string) =>
  event.kind === 'said' && (event.speaker === who || event.to.includes(who));

function Item({ item }: { item: Told }) {
  const showing = useShowing();
  const { calendar, setting } = showing;
  const { who, what } = newsParts(item.event, setting, item.town);
  return (
    <li class={`n-${item.event.kind}`}>
      <button type="button" onClick={() => showing.look(item)}>
        <time>{calendar.clock(item.tick)}</time>
        <span aria-hidden="true">{NEWS_ICONS[item.event.kind]}</span>
        <span>
          <b>{who}</b> {what}
        </span>
      </button>
    </li>
  );
}
