/** What one said and heard in town, with the answer that is just being given. */
import { useEffect, useRef } from 'preact/hooks';
import type { HeardLine } from '../../town/heard.ts';
import type { Setting } from '../../town/setting.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';

const SHOWN = 30;

export function HeardLog() {
  const { store, visitor } = useDesk();
  const list = useRef<HTMLOListElement>(null);
  const lines = visitor.lines.value;
  const drafts = Object.entries(store.dialogues.drafts.value);
  const setting = store.setting.value;
  const visitors = store.state.value?.visitors ?? {};
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [lines, drafts.length, drafts[0]?.[1].text]);
  if (setting === null || (lines.length === 0 && drafts.length === 0)) return null;
  const said = words().visit.talk;
  return (
    <ol class="heard scrolls" ref={list} aria-label={said.log} aria-live="polite">
      {lines.slice(-SHOWN).map((line) => (
        <li key={line.seq} class={line.mine ? 'by-me' : line.overheard ? 'overheard' : 'to-me'}>
          <b>{whose(line, setting, visitors)}:</b> {line.text}
        </li>
      ))}
      {drafts.map(([resident, { text, torn }]) => (
        <li key={resident} class="to-me" aria-live="off" data-testid="heard-draft">
          <b>{setting.firstNameOf(resident)}:</b> {torn ? '… ' : ''}
          {text}
          <span class="caret" aria-hidden="true" />
        </li>
      ))}
    </ol>
  );
}

function whose(line: HeardLine, setting: Setting, visitors: Readonly<Record<string, { name: string }>>): string {
  const { you, toWhom } = words().visit.talk;
  if (line.mine) return you;
  // Whoever has left the town since is called as before.
  const speaker = line.name ?? setting.firstNameOf(line.speaker, visitors);
  const [to] = line.to;
  return line.overheard && to !== undefined ? toWhom(speaker, setting.firstNameOf(to, visitors)) : speaker;
}
