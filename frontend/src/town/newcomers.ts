/** Residents of one's own, at the server: looked at, saved in a scenario, or let into a town. */
import { api } from './api.ts';
import type { ResidentForm, ResidentPreview, ScenarioSummary } from './generated.ts';
import { randomId } from './visitor.ts';

type Sent = { done: true; scenario: ScenarioSummary | null } | { done: false; reason: string };

export interface NewcomersOf {
  preview(form: ResidentForm): Promise<ResidentPreview | null>;
  send(form: ResidentForm): Promise<Sent>;
}

/** Of a town that is alive, else of a scenario. */
export function newcomersOf(town: string | null, scenario: string): NewcomersOf {
  return {
    preview: async (form) => {
      try {
        return await (town === null ? api.previewInScenario(scenario, form) : api.previewInTown(town, form));
      } catch (error) {
        return toldAsFault(error);
      }
    },
    send: async (form) => {
      try {
        if (town === null) return { done: true, scenario: await api.saveResident(scenario, form) };
        await api.addResident(town, form, randomId());
        return { done: true, scenario: null };
      } catch (error) {
        return { done: false, reason: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

/** What the server did not even look at, such as an age that is no number. */
function toldAsFault(error: unknown): ResidentPreview {
  const message = error instanceof Error ? error.message : String(error);
  const fault = { file: '', place: '', message, remedy: '' };
  return { faults: [fault], id: null, portrait: '', file: '', day: [], no_day: '' };
}
