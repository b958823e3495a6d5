/** Any event of the log as one plain sentence, for those who follow a chain. */
import { nameOf, parentOf, placeName } from '../../town/addresses.ts';
import { newsOf } from '../../town/feed.ts';
import type { AnyEvent, StateDocument } from '../../town/generated.ts';
import type { Setting } from '../../town/setting.ts';
import { words } from '../../words/language.ts';
import { newsText } from '../town/newsText.ts';

export function deed(event: AnyEvent, setting: Setting, town: StateDocument | null): string {
  const news = newsOf({ seq: 0, tick: 0, order: 0, event });
  if (news !== null) return newsText(news.event, setting, town);
  const name = (id: string) => setting.firstNameOf(id, town?.visitors);
  const { deeds, ...says } = words().news;
  switch (event.kind) {
    case 'action_chosen':
      return deeds.setOut(name(event.resident), event.activity, placeName(event.arena), event.why);
    case 'block_detailed':
      return deeds.thoughtThrough(
        name(event.resident),
        event.actions.map(({ activity }) => activity),
      );
    case 'remembered':
      return deeds.remembers(name(event.resident), event.text);
    case 'talk_started':
      return deeds.beganToTalk(event.participants.map(name));
    case 'relationship_changed':
      return deeds.closeness(name(event.resident), name(event.other), event.closeness, event.reason);
    case 'believed':
      return deeds.believes(name(event.resident), event.statement);
    case 'rated':
      return deeds.weighed(name(event.resident), Object.keys(event.ratings).length);
    case 'object_changed':
      return `${nameOf(event.object)} ${says.objectIsNow(placeName(parentOf(event.object)), event.state)}`;
    case 'walked':
      return deeds.walked(name(event.resident));
    default:
      return event.kind.replaceAll('_', ' ');
  }
}
