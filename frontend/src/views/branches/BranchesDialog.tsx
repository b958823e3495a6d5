/** The town's family: where each branch left, how it goes, and making new ones. */
import { useEffect, useState } from 'preact/hooks';
import { treeOf } from '../../town/branches/family.ts';
import type { BranchView } from '../../town/generated.ts';
import { may } from '../../town/session.ts';
import { words } from '../../words/language.ts';
import { follow, pathOf } from '../routes.ts';
import { Dialog } from '../Dialog.tsx';
import { useDesk } from '../town/desk.ts';
import { BranchHere } from './BranchHere.tsx';
import { Branches } from './Branches.tsx';
import { Deeds } from './Deeds.tsx';

export interface News {
  branch: BranchView;
  text: string;
}

export function BranchesDialog() {
  const { family } = useDesk();
  const [news, setNews] = useState<News | null>(null);
  const open = family.open.value;
  const directs = may('director');
  useEffect(() => {
    if (!open) return;
    setNews(null);
    return family.watch(directs);
  }, [open, family, directs]);
  if (!open) return null;
  const says = words().branches;
  const members = family.members.value;
  return (
    <Dialog
      look="branches-dialog"
      title={says.title}
      problem={family.problem.value}
      close={() => (family.open.value = false)}
    >
      <p class="quiet">{says.about}</p>
      {members.length === 0 && family.problem.value === '' && <p class="quiet">{says.looking}</p>}
      <section aria-label={says.family}>
        <Branches nodes={treeOf(members)} />
      </section>
      {directs && <BranchHere tell={setNews} />}
      {directs && <Deeds tell={setNews} />}
      {news !== null && (
        <p class="branch-news" role="status">
          {news.text}{' '}
          <a class="cta" href={pathOf(news.branch.id)} onClick={follow}>
            {says.open}
          </a>
        </p>
      )}
    </Dialog>
  );
}
