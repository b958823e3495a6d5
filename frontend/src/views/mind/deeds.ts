/** Any event of the log as one plain sentence, for those who follow a chain. */
import { nameOf, placeName } from '../../town/addresses.ts';
import { newsOf } from '../../town/feed.ts';
import type { AnyEvent, StateDocument } from '../../town/generated.ts';
import type { Setting } from '../../town/setting.ts';
import { newsText } from '../town/newsText.ts';

export function deed(event: AnyEvent, setting: Setting, town: StateDocument | null): string {
  const news = newsOf({ seq: 0, tick: 0, order: 0, event });
  if (news !== null) return newsText(news.event, setting, town);
  const name = (id: string) => setting.firstNameOf(id, town?.visitors);
  switch (event.kind) {
    case 'action_chosen':
      return `${name(event.resident)} set out: ${event.activity}, ${placeName(event.arena)}. ${event.why}`;
    case 'block_detailed':
      return `${name(event.resident)} thought through what to do: ${event.actions.map(({ activity }) => activity).join(', ')}`;
    case 'remembered':
      return `${name(event.resident)} remembers: ${event.text}`;
    case 'talk_started':
      return `${event.participants.map(name).join(' and ')} began to talk`;
    case 'talk_joined':
      return `${name(event.resident)} joined the talk`;
    case 'relationship_changed':
      return `${name(event.resident)} and ${name(event.other)}: closeness ${event.closeness.toFixed(2)}${
        event.reason === '' ? '' : `, ${event.reason}`
      }`;
    case 'believed':
      return `${name(event.resident)} believes: ${event.statement}`;
    case 'goal_set':
      return `${name(event.resident)} means to: ${event.text}`;
    case 'rated':
      return `${name(event.resident)} weighed ${Object.keys(event.ratings).length} memories`;
    case 'object_changed':
      return `${nameOf(event.object)} is now ${event.state}`;
    case 'walked':
      return `${name(event.resident)} walked`;
    default:
      return event.kind.replaceAll('_', ' ');
  }
}
