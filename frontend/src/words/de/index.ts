/** German. */
import type { Words } from '../en/index.ts';
import { access } from './access.ts';
import { arming } from './arming.ts';
import { branches } from './branches.ts';
import { compare } from './compare.ts';
import { first } from './first.ts';
import { following } from './following.ts';
import { gameMaster } from './gameMaster.ts';
import { lobby } from './lobby.ts';
import { mind } from './mind.ts';
import { minds } from './minds.ts';
import { news } from './news.ts';
import { own } from './own.ts';
import { palette } from './palette.ts';
import { problems } from './problems.ts';
import { refusals } from './refusals.ts';
import { recap } from './recap.ts';
import { replay } from './replay.ts';
import { resident } from './resident.ts';
import { sky } from './sky.ts';
import { spread } from './spread.ts';
import { stepInto } from './stepInto.ts';
import { telling } from './telling.ts';
import { ties } from './ties.ts';
import { timeline } from './timeline.ts';
import { topBar } from './topBar.ts';
import { town } from './town.ts';
import { visit } from './visit.ts';
import { watching } from './watching.ts';

export const de: Words = {
  access,
  arming,
  gameMaster,
  branches,
  compare,
  lobby,
  mind,
  minds,
  news,
  palette,
  problems,
  refusals,
  recap,
  replay,
  resident,
  sky,
  spread,
  stepInto,
  telling,
  ties,
  timeline,
  topBar,
  town,
  visit,
  first,
  following,
  own,
  watching,
};
