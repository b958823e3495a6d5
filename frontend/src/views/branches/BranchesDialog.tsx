/** The town's family: where each branch left, how it goes, and making new ones. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { treeOf } from '../../town/branches/family.ts';
import type { BranchView } from '../../town/generated.ts';
import { may } from '../../town/session.ts';
import { words } from '../../words/language.ts';
import { follow, pathOf } from '../routes.ts';
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
  const dialog = useRef<HTMLDialogElement>(null);
  const [news, setNews] = useState<News | null>(null);
  const open = family.open.value;
  const directs = may('director');
  useEffect(() => {
    if (!open) return;
    setNews(null);
    dialog.current?.showModal();
    return family.watch(directs);
  }, [open, family, directs]);
  if (!open) return null;
  const says = words().branches;
  const members = family.members.value;
  return (
    <dialog
      class="why-dialog branches-dialog"
      ref={dialog}
      aria-labelledby="branches-title"
      onClose={() => (family.open.value = false)}
      onClick={(event) => {
        // Beside the dialog: nothing of it was hit but the whole.
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <div class="why-body scrolls">
        <header>
          <h2 id="branches-title">{says.title}</h2>
          <button class="close" type="button" aria-label={words().access.close} onClick={() => dialog.current?.close()}>
            ×
          </button>
        </header>
        <p class="quiet">{says.about}</p>
        {family.problem.value !== '' && (
          <p class="wrong" role="alert">
            {family.problem.value}
          </p>
        )}
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
      </div>
    </dialog>
  );
}
