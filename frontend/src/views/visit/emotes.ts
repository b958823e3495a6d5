/** How what visitors feel is shown above their heads. */
import type { EmoteInput } from '../../town/generated.ts';

export const EMOTES: Readonly<Record<EmoteInput['emote'], string>> = {
  wave: '👋',
  laugh: '😄',
  heart: '❤️',
  clap: '👏',
  dance: '💃',
  cry: '😢',
  nod: '👍',
  shrug: '🤷',
};
