/**
 * What the server refuses, by the refusal's name: where the page has better words than the server's own, which are
 * English and tell the particulars.
 */
export const refusals = {
  names: {
    StepBlocked: 'There is no way through here.',
    NotInTown: 'You are not in town any more.',
    NoWay: 'There is no way there.',
    'walking-too-fast': 'Not so fast: nobody walks more than four steps a second.',
    NobodyNear: 'Nobody is near enough to hear you.',
    Late: 'The town has not taken that up. It may be busy; try again.',
    Away: 'The server does not answer. Nothing is lost; try again when it is back.',
  } as Readonly<Record<string, string>>,
  /** Faults of what people write, by the server's words for them. */
  faults: {} as Readonly<Record<string, string>>,
  /** All faults of something as one sentence; an empty one has the server's own sentence told. */
  unfit: (_faults: readonly string[]): string => '',
};
