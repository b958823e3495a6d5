/** 'Skip to the next thing that happens': the key for it, and what became of it. For directors, who set the clock. */
import type { ComponentChildren } from 'preact';
import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { bodiesOf, newsOf } from '../../town/feed.ts';
import type { Recorded } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { useDesk, type Desk } from './desk.ts';
import { newsText } from './newsText.ts';

/** So long it is said what was found, in milliseconds. */
const TOLD_MS = 9000;

export function SkipKey({ disabled }: { disabled: boolean }) {
  const desk = useDesk();
  const { skip, store } = desk;
  useEffect(() => {
    const leave = () => skip.stop();
    const ends = [
      store.listen((recorded) => skip.hear(recorded)),
      effect(() => {
        if (store.clock.value !== null) skip.see(store.clock.value);
      }),
      showWhatWasFound(desk),
    ];
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
      for (const end of ends) end();
    };
  }, [desk, skip, store]);
  const says = words().watching.skip;
  const going = skip.now.value.at === 'going';
  const label = going ? says.stop : says.start;
  return (
    <button
      class="key"
      type="button"
      disabled={disabled}
      aria-label={label}
      title={label}
      aria-pressed={going}
      onClick={() => (going ? skip.stop() : void skip.start())}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M1 2l6 6-6 6zM7 2l6 6-6 6zM13 2h2v12h-2z" />
      </svg>
    </button>
  );
}

/** How skipping goes, in place of how the time goes. */
export function SkipNote({ children }: { children: ComponentChildren }) {
  const desk = useDesk();
  const now = desk.skip.now.value;
  const says = words().watching.skip;
  useEffect(() => {
    if (now.at === 'rest' || now.at === 'going') return;
    const timer = setTimeout(() => desk.skip.rest(), TOLD_MS);
    return () => clearTimeout(timer);
  }, [desk, now]);
  switch (now.at) {
    case 'rest':
      return <>{children}</>;
    case 'going':
      return <span class="state s-waiting">{says.going}</span>;
    case 'found':
      return <span class="state">{says.found(textOf(now.what, desk))}</span>;
    case 'nothing':
      return <span class="state">{says.nothing}</span>;
    case 'refused':
      return (
        <span class="wrong" role="alert">
          {now.reason}
        </span>
      );
  }
}

function textOf(recorded: Recorded, { store }: Desk): string {
  const says = words().watching.skip;
  const setting = store.setting.value;
  const { event } = recorded;
  if (setting === null) return says.something;
  if (event.kind === 'talk_started')
    return says.talkStarted(event.participants.map((id) => setting.firstNameOf(id, store.state.value?.visitors)));
  const item = newsOf(recorded);
  return item === null ? says.something : newsText(item.event, setting, store.state.value);
}

/** Flies there as soon as it is to be seen; who walks in town, or has the eye on, sees what they see. */
function showWhatWasFound(desk: Desk): () => void {
  return desk.store.watch((recorded) => {
    const now = desk.skip.now.peek();
    if (now.at !== 'found' || now.what.seq !== recorded.seq) return;
    if (desk.eye.on.peek() || desk.visitor.following.peek()) return;
    const { event } = recorded;
    if (event.kind === 'object_changed') desk.map.peek()?.flyToThing(event.object);
    else {
      const body = firstOf(recorded);
      if (body !== undefined) desk.map.peek()?.flyTo(body);
    }
  });
}

function firstOf(recorded: Recorded): string | undefined {
  if (recorded.event.kind === 'talk_started') return recorded.event.participants[0];
  const item = newsOf(recorded);
  return item === null ? undefined : bodiesOf(item.event)[0];
}
