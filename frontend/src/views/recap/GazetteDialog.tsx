/** The town's newspaper of a day; each of its sentences leads to its moment. */
import type { PaperParagraph, PaperSentence, PaperView } from '../../town/generated.ts';
import { hashOf } from '../../town/timeline/moment.ts';
import { words } from '../../words/language.ts';
import { Dialog } from '../Dialog.tsx';
import { useDesk } from '../town/desk.ts';
import { languageOf, Written } from './Written.tsx';

export function GazetteDialog() {
  const { recap } = useDesk();
  const { paper, problem } = recap;
  const day = recap.day.value;
  if (day === null) return null;
  const says = words().recap;
  return (
    <Dialog
      look="gazette-dialog"
      title={says.paper}
      head={<Turn day={day} days={paper.value?.days ?? day} />}
      problem={problem.value}
      close={() => recap.close()}
    >
      {paper.value === null && problem.value === '' && (
        <p class="quiet" role="status">
          {says.looking}
        </p>
      )}
      {paper.value !== null && <Paper paper={paper.value} leave={() => recap.close()} />}
    </Dialog>
  );
}

/** To the papers of other days. */
function Turn({ day, days }: { day: number; days: number }) {
  const { recap } = useDesk();
  const says = words().recap;
  return (
    <div class="turn">
      <button class="chip" type="button" disabled={day <= 1} onClick={() => void recap.read(day - 1)}>
        ← {says.before}
      </button>
      <button class="chip" type="button" disabled={day >= days} onClick={() => void recap.read(day + 1)}>
        {says.after} →
      </button>
    </div>
  );
}

function Paper({ paper, leave }: { paper: PaperView; leave: () => void }) {
  const says = words().recap;
  return (
    <article class="paper" lang={languageOf(paper.written)}>
      <h2>{paper.name}</h2>
      <p class="dateline">
        <span>{paper.date}</span> <span lang={document.documentElement.lang}>{says.issue(paper.issue)}</span>
      </p>
      {!paper.whole && (
        <p class="as-of-now" lang={document.documentElement.lang}>
          {says.asOfNow}
        </p>
      )}
      <Written written={paper.written} model={says.written.paper} />
      <h3 class="headline">
        <Sentence sentence={paper.headline} leave={leave} />
      </h3>
      <div class="lead">
        <Paragraphs paragraphs={paper.lead} leave={leave} />
      </div>
      <div class="columns">
        {paper.sections.map(({ title, paragraphs }) => (
          <section key={title}>
            <h3>{title}</h3>
            <Paragraphs paragraphs={paragraphs} leave={leave} />
          </section>
        ))}
        <section class="figures">
          <h3 lang={document.documentElement.lang}>{says.figures}</h3>
          <dl>
            {paper.figures.map(({ what, count }) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{count}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <p class="quiet">{paper.imprint}</p>
    </article>
  );
}

function Paragraphs({ paragraphs, leave }: { paragraphs: readonly PaperParagraph[]; leave: () => void }) {
  return (
    <>
      {paragraphs.map(({ sentences, quoted }, place) => (
        <p key={place} class={quoted ? 'quoted' : ''}>
          {sentences.map((sentence, at) => (
            <span key={at}>
              <Sentence sentence={sentence} leave={leave} />{' '}
            </span>
          ))}
        </p>
      ))}
    </>
  );
}

function Sentence({ sentence, leave }: { sentence: PaperSentence; leave: () => void }) {
  const desk = useDesk();
  const calendar = desk.store.calendar.value;
  const { tick, text } = sentence;
  const show = (event: Event) => {
    event.preventDefault();
    leave();
    desk.lookAt(tick);
  };
  return (
    <a
      class="sentence"
      href={`#${hashOf({ tick, who: null, view: null })}`}
      title={words().recap.go(`${calendar.weekday(tick)} ${calendar.clock(tick)}`)}
      onClick={show}
    >
      {text}
    </a>
  );
}
