/** What one can do in town beside walking and talking: use what is near, show what one feels. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { nameOf } from '../../town/addresses.ts';
import type { EmoteInput } from '../../town/generated.ts';
import type { Choice } from '../../town/handling.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';
import { EMOTES } from './emotes.ts';

/** So many things to do are offered at once; who steps nearer to another thing is offered that. */
const OFFERED = 3;

export function Uses() {
  const { visitor } = useDesk();
  const said = words().visit.use;
  const doing = visitor.me.value?.doing ?? null;
  const choices = visitor.choices.value.slice(0, OFFERED);
  if (doing === null && choices.length === 0) return null;
  return (
    <div class="visit-uses" role="group" aria-label={said.things}>
      {doing !== null && (
        <button class="chip" type="button" onClick={() => void visitor.stop()}>
          <Key /> <span aria-hidden="true">{doing.emoji}</span> {said.stop(doing.activity)}
        </button>
      )}
      {doing === null &&
        choices.map((choice, n) => (
          <button
            key={`${choice.thing.id} ${choice.use.id}`}
            class="chip"
            type="button"
            onClick={() => void visitor.use(choice)}
          >
            {n === 0 && <Key />} <span aria-hidden="true">{choice.use.emoji}</span> {labelOf(choice)}
          </button>
        ))}
    </div>
  );
}

const Key = () => (
  <kbd class="by-keys" aria-hidden="true">
    E
  </kbd>
);

const labelOf = ({ thing, use }: Choice): string =>
  use.kind === 'use' ? use.activity : words().visit.use.switch(nameOf(thing.id), use.activity);

export function Emotes() {
  const { visitor } = useDesk();
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLSpanElement>(null);
  const said = words().visit.emotes;
  useEffect(() => {
    if (!open) return;
    const leave = ({ target }: Event) => {
      if (!whole.current?.contains(target as Node)) setOpen(false);
    };
    const moves = ['pointerdown', 'focusin'] as const;
    for (const move of moves) document.addEventListener(move, leave);
    return () => {
      for (const move of moves) document.removeEventListener(move, leave);
    };
  }, [open]);
  const show = (emote: EmoteInput['emote']) => {
    setOpen(false);
    void visitor.emote(emote);
  };
  return (
    <span
      class="visit-emotes"
      ref={whole}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        // Only this is closed: an open panel stays.
        event.stopPropagation();
        setOpen(false);
      }}
    >
      <button class="chip" type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span aria-hidden="true">😄</span> <span class="word">{said.show}</span>
      </button>
      {open && (
        <span class="emote-list" role="group" aria-label={said.show}>
          {(Object.keys(EMOTES) as EmoteInput['emote'][]).map((emote) => (
            <button key={emote} type="button" aria-label={said.names[emote]} onClick={() => show(emote)}>
              {EMOTES[emote]}
            </button>
          ))}
        </span>
      )}
    </span>
  );
}
