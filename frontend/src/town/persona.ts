/** Who a resident is at a moment: as its scenario tells it, and as it was rewritten since. */
import type { PersonaView, StateDocument } from './generated.ts';

export function personAt(person: PersonaView, town: StateDocument | null): PersonaView {
  const edit = town?.persona_edits[person.id];
  if (edit === undefined) return person;
  return {
    ...person,
    age: edit.age ?? person.age,
    traits: edit.traits ?? person.traits,
    about: edit.about ?? person.about,
  };
}
