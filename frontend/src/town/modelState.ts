/** Whether the model can be asked just now. */
import { words } from '../words/language.ts';
import { api } from './api.ts';

export interface ModelState {
  fine: boolean;
  /** The model's name; or why it can't be asked, and what to do. */
  words: string;
}

export async function modelState(): Promise<ModelState> {
  try {
    const { settings, fault } = await api.models();
    if (fault !== null) return { fine: false, words: fault };
    if (settings === null) return { fine: false, words: words().lobby.founding.cost.none };
    const { fine, findings } = await api.checkModels();
    const wrong = findings.find((finding) => !finding.fine);
    return { fine, words: fine ? settings.model : (wrong?.words ?? '') };
  } catch (error) {
    return { fine: false, words: error instanceof Error ? error.message : String(error) };
  }
}
