/** In which of the two towns something is alone. */
import { nameOf, useLooking, type Side } from './looking.ts';

export function Only({ side, more = '' }: { side: Side; more?: string }) {
  const looking = useLooking();
  return (
    <span class={`only side-${side}`}>
      {nameOf(looking, side)}
      {more === '' ? '' : `: ${more}`}
    </span>
  );
}
