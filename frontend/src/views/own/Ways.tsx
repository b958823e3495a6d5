/** By which way somebody new is made: a form, a few words, or a file. */
import { words } from '../../words/language.ts';

export type Way = 'form' | 'words' | 'file';
export const WAYS: readonly Way[] = ['form', 'words', 'file'];

export function Ways({ way, choose }: { way: Way; choose: (way: Way) => void }) {
  const says = words().own;
  return (
    <div class="own-ways chips" role="group" aria-label={says.ways}>
      {WAYS.map((one) => (
        <button key={one} class="chip" type="button" aria-pressed={one === way} onClick={() => choose(one)}>
          {says.way[one]}
        </button>
      ))}
    </div>
  );
}
