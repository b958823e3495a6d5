/** A step of an aftermath in words, and its sign. */
import type { StepKind, StepView } from '../../town/generated.ts';
import { words } from '../../words/language.ts';

export const STEP_SIGNS: Readonly<Record<StepKind, string>> = {
  did: '🎬',
  perceived: '👁️',
  reacted: '⚡',
  replied: '💬',
  replanned: '🗓️',
  told: '💬',
  reflected: '💭',
  believed: '💡',
  aimed: '🎯',
  agreed: '🤝',
  declined: '✋',
  kept: '✅',
  broken: '💔',
};

export interface StepText {
  /** What somebody did, to follow the name. */
  did: string;
  /** What was said, thought or done, word for word; '' where there is nothing. */
  quote: string;
}

export function stepText(step: StepView, name: (id: string) => string): StepText {
  const says = words().following;
  const other = step.other === null ? '' : name(step.other);
  switch (step.kind) {
    case 'did':
      return { did: says.did[step.what] ?? step.what.replaceAll('_', ' '), quote: step.words };
    case 'perceived':
      return { did: says.noticed, quote: step.words };
    case 'reacted':
      return { did: says.choices[step.choice]?.(other) ?? says.decides(step.choice), quote: step.words };
    case 'replied':
      return { did: says.replies(other), quote: step.words };
    case 'told':
      return {
        did: step.overheard ? says.overhears(step.resident === null ? '' : name(step.resident)) : says.tells(other),
        quote: step.words,
      };
    default:
      return { did: says[step.kind], quote: step.words };
  }
}
