/** Who thinks in a town, what that costs, and how the model server is set up. */
import { english } from '../grammar.ts';

export const minds = {
  whoThinks: 'Who thinks',
  ownMinds: (count: number) =>
    english.count(
      count,
      (n) => `${n} resident has a mind of their own.`,
      (n) => `${n} residents have a mind of their own.`,
    ),
  forEverybody: 'For everybody',
  callsAndCost: 'Calls and cost',
  noCalls: 'No call of a model so far: the built-in mind has answered everything, for nothing.',
  today: (calls: number, tokens: number, cost: string) =>
    `Today, in all towns: ${english.count(
      calls,
      (n) => `${n} call`,
      (n) => `${n} calls`,
    )}, ${english.rough(tokens)} tokens, ${cost}.`,
  tokensLeft: (tokens: number) => `${english.rough(tokens)} tokens`,
  left: (parts: readonly string[]) => `Left: ${parts.join(', ')}.`,
  noLimit: 'There is no limit.',
  onTheirWay: (flying: number, slots: number) =>
    `${english.number(flying)} of ${english.number(slots)} calls are on their way.`,
  byQuestion: 'By question',
  byResident: 'By resident',
  columns: {
    calls: 'calls',
    tokens: 'tokens',
    cost: 'cost',
    median: 'median',
    faults: 'faults',
    faultsHelp: 'Attempts that led to no answer',
    stoodIn: 'stood in',
    stoodInHelp: 'The built-in mind answered in the model’s place',
  },
  tokens: (input: number, cached: number, output: number) =>
    `${english.number(input)} in, ${english.number(cached)} of them from the cache; ${english.number(output)} out`,
  rough: english.rough,
  count: (count: number) => english.number(count),
  money: (cost: number) => (cost === 0 ? '0' : cost < 0.01 ? '< 0.01' : english.number(cost, 2)),
  seconds: (ms: number) => `${english.number(ms / 1000, 1)} s`,
  server: {
    title: 'Model server',
    looking: 'Looking how the model server is set up …',
    sources: {
      page: 'As saved here.',
      environment: 'As the server was started with; what is saved here goes before it.',
      off: 'None is set up. The built-in mind answers everything.',
    },
    saved: 'Saved. Workers go by it from now on.',
    fine: 'All is well.',
    wrong: 'Something is wrong:',
    forgotten: 'Forgotten, the key with it.',
    address: 'Address, up to /v1',
    key: 'Key',
    keySet: (ending: string) => `set${ending === '' ? '' : `, ends with ${ending}`}; leave empty to keep it`,
    keyNone: 'none',
    model: 'Model',
    cheapModel: 'Cheaper model for small questions',
    embeddingModel: 'Embedding model',
    priceIn: 'Price of 1 M tokens in',
    priceOut: '… and out',
    tokensPerDay: 'Tokens a day at most',
    moneyPerDay: 'Money a day at most',
    slots: 'Calls at once',
    callsPerMinute: 'Calls a minute at most',
    save: 'Save',
    check: 'Check what is saved',
    forget: 'Forget',
  },
};
