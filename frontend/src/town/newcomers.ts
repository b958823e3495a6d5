/** Residents of one's own, at the server: read from words, looked at, saved in a scenario, or let into a town. */
import { api } from './api.ts';
import type {
  DescribedResident,
  NewResident,
  ResidentForm,
  ResidentPreview,
  ScenarioSummary,
  SketchView,
} from './generated.ts';
import { randomId } from './visitor.ts';

/** A form or a file. */
export type Newcomer = Pick<NewResident, 'form' | 'file'>;
type Sent = { done: true; scenario: ScenarioSummary | null } | { done: false; reason: string };
/** What a mind made of a description. */
export type Sketch = SketchView & { form: ResidentForm };
type Sketched = { done: true; sketch: Sketch } | { done: false; reason: string };

export interface NewcomersOf {
  preview(newcomer: Newcomer): Promise<ResidentPreview>;
  /** A form made of what is said of somebody; nothing is changed by it. */
  sketch(described: DescribedResident): Promise<Sketched>;
  send(newcomer: Newcomer): Promise<Sent>;
}

/** Of a town that is alive, else of a scenario. */
export function newcomersOf(town: string | null, scenario: string): NewcomersOf {
  return {
    preview: async (newcomer) => {
      try {
        return await (town === null ? api.previewInScenario(scenario, newcomer) : api.previewInTown(town, newcomer));
      } catch (error) {
        return toldAsFault(error);
      }
    },
    sketch: async (described) => {
      try {
        const asked = town === null ? api.sketchInScenario(scenario, described) : api.sketchInTown(town, described);
        const { form, ...sketch } = await asked;
        return form === null ? { done: false, reason: sketch.no_form } : { done: true, sketch: { ...sketch, form } };
      } catch (error) {
        return { done: false, reason: wordsOf(error) };
      }
    },
    send: async (newcomer) => {
      try {
        if (town === null) return { done: true, scenario: await api.saveResident(scenario, newcomer) };
        await api.addResident(town, { ...newcomer, key: randomId() });
        return { done: true, scenario: null };
      } catch (error) {
        return { done: false, reason: wordsOf(error) };
      }
    },
  };
}

/** What the server did not even look at, such as an age that is no number. */
function toldAsFault(error: unknown): ResidentPreview {
  const fault = { file: '', place: '', message: wordsOf(error), remedy: '' };
  return { faults: [fault], id: null, name: '', traits: [], portrait: '', file: '', day: [], no_day: '' };
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
