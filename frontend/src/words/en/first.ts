/** The first minute: three hints that go away as each is done. */
export const first = {
  title: 'Your first minute',
  lived: (clock: string) => `The town has lived since ${clock}; nothing here is staged.`,
  watch: 'Watch a talk: somebody with 💬 is talking. Click them to read all of it.',
  watchShort: 'Watch a talk',
  talk: 'Talk to somebody: choose a resident and say hello.',
  talkShort: 'Talk to somebody',
  change: 'Change something: press “Make it rain”, or choose any object.',
  changeShort: 'Change something',
  rain: 'Make it rain',
  clear: 'Let the sun shine',
  show: 'Show me',
  done: 'done',
  away: 'No more hints',
  all: 'That’s all there is to know. The town is yours.',
};
