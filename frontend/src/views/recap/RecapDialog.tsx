/** What happened in a span, in a few sentences; each leads to its moment. */
import { TICKS_PER_HOUR } from '../../town/calendar.ts';
import type { RecapSentence } from '../../town/generated.ts';
import type { Span } from '../../town/recap.ts';
import { words } from '../../words/language.ts';
import { Dialog } from '../Dialog.tsx';
import { useDesk } from '../town/desk.ts';
import { languageOf, Written } from './Written.tsx';

export function RecapDialog() {
  const desk = useDesk();
  const { recap, store } = desk;
  const { view, problem } = recap;
  const span = recap.span.value;
  if (span === null) return null;
  const says = words().recap;
  const calendar = store.calendar.value;
  const moment = (tick: number) => `${calendar.weekday(tick)} ${calendar.clock(tick)}`;
  const oneDay = calendar.dayNumber(span.from) === calendar.dayNumber(span.upto);
  const show = (sentence: RecapSentence) => {
    recap.close();
    desk.lookAtMark(sentence);
  };
  return (
    <Dialog look="recap-dialog" title={says.title} problem={problem.value} close={() => recap.close()}>
      <p class="quiet">{says.span(moment(span.from + 1), moment(span.upto))}</p>
      <Spans span={span} />
      {view.value === null && problem.value === '' && (
        <p class="quiet" role="status">
          {says.looking}
        </p>
      )}
      {view.value?.sentences.length === 0 && <p class="uneventful">{says.quiet}</p>}
      {view.value !== null && view.value.sentences.length > 0 && (
        <Written written={view.value.written} model={says.written.model} />
      )}
      {view.value !== null && view.value.sentences.length > 0 && (
        <ol class={`recap ${oneDay ? 'one-day' : ''}`} lang={languageOf(view.value.written)}>
          {view.value.sentences.map((sentence, place) => (
            <li key={place}>
              <button type="button" title={says.go(moment(sentence.tick))} onClick={() => show(sentence)}>
                <time>{oneDay ? calendar.clock(sentence.tick) : calendar.moment(sentence.tick, span.upto)}</time>
                <span aria-hidden="true">{sentence.icon}</span>
                <span>{sentence.text}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
      <Save />
    </Dialog>
  );
}

/** Other spans to tell of. */
function Spans({ span }: { span: Span }) {
  const { recap, store } = useDesk();
  const says = words().recap;
  const upto = store.presentTick.peek();
  const calendar = store.calendar.value;
  const today = calendar.startOfDay(upto);
  const starts: readonly (readonly [keyof typeof says.since, number | null])[] = [
    ['away', recap.lastSeen.value],
    ['hour', Math.max(0, upto - TICKS_PER_HOUR)],
    ['today', today],
    ['yesterday', today === 0 ? null : calendar.startOfDay(today - 1)],
    ['start', 0],
  ];
  const offered = starts.filter(([name, from]) => from !== null && (from > 0 || name === 'start'));
  return (
    <div class="spans" role="group" aria-label={says.spans}>
      {offered.map(([name, from]) => (
        <button
          key={name}
          class="chip"
          type="button"
          aria-pressed={span.from === from}
          onClick={() => void recap.tell({ from: from ?? 0, upto })}
        >
          {says.since[name]}
        </button>
      ))}
    </div>
  );
}

/** The span as a file to send to somebody. */
function Save() {
  const { recap, store } = useDesk();
  const says = words().recap;
  const saved = recap.saved.value;
  const making = Number.isNaN(saved);
  const save = async () => {
    const file = await recap.replay();
    if (file === null) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${store.town.peek()?.name ?? 'Townlet'}.html`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  return (
    <p class="save">
      <button class="key" type="button" disabled={making} onClick={() => void save()}>
        <span aria-hidden="true">🎞️</span> {says.save}
      </button>{' '}
      <span class="quiet" role="status">
        {making ? says.saving : saved === null ? '' : says.saved(saved)}
      </span>
    </p>
  );
}
