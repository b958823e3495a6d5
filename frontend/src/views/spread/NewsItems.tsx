/** The news that the town was founded with, and how many know of each: the way to its spread. */
import { useEffect } from 'preact/hooks';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';

export function NewsItems() {
  const { spread, store } = useDesk();
  const jump = store.jumps.value;
  useEffect(() => spread.count(() => (store.past.peek() === null ? null : store.tick.peek())), [spread, store, jump]);
  const items = spread.items.value;
  if (items.length === 0) return null;
  const says = words().spread;
  return (
    <ul class="news-items" aria-label={says.items}>
      {items.map(({ id, text, occasion, knowers }) => (
        <li key={id}>
          <button class="plain" type="button" title={text} onClick={() => spread.follow({ news: id })}>
            <span aria-hidden="true">{occasion === null ? '🗞️' : '🎉'}</span>
            <span class="what">{occasion ?? text}</span>
            <b>{says.known(knowers)}</b>
          </button>
        </li>
      ))}
    </ul>
  );
}
