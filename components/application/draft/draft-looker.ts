import type { DraftView } from '@/lib/application/rules/draft';
import { withDraft, type Failure, type Transport } from './draft-state';
import type { Store } from './draft-store';

/** How often a draft is fetched again because something was saved while it was on its way. */
const LOOKS = 3;

const isAboutPerson = (why: Failure['why']) => why === 'signed-out' || why === 'somebody-else';

export type LookerOptions = {
  /** Something is to be saved again. */
  soon(): void;
  failed(failure: Failure): void;
  /** The same person is signed in again. */
  backAgain(): void;
};

/** Fetches what was saved elsewhere; what is typed here stays on top. */
export function createLooker(store: Store, transport: Transport, { soon, failed, backAgain }: LookerOptions) {
  // Something was saved in between that this window has not seen yet.
  let isBehind = false;

  async function refresh(isAnew: boolean): Promise<void> {
    for (let looks = 0; looks < LOOKS; looks += 1) {
      const answer = await transport.load(isAnew || isBehind ? null : store.get().draft.revision);
      if (!answer.ok) return missed(answer.failure);
      letIn();
      if (!answer.draft) return;
      if (answer.draft.revision >= store.get().draft.revision) return adopt(answer.draft);
    }
  }

  /** A look that failed is no matter by itself, unless it shows that one is not signed in any more. */
  function missed(failure: Failure): void {
    const isKnown = store.get().trouble?.why === failure.why && store.get().pending.size > 0;
    if (isAboutPerson(failure.why) && !isKnown) failed(failure);
  }

  function letIn(): void {
    const { trouble, pending } = store.get();
    if (!trouble || !isAboutPerson(trouble.why)) return;
    store.set({ trouble: null, save: pending.size === 0 ? { kind: 'saved', at: null } : { kind: 'waiting' } });
    backAgain();
  }

  function adopt(draft: DraftView): void {
    isBehind = false;
    const before = store.get().strays.length;
    store.set(withDraft(store.get(), draft));
    if (store.get().strays.length < before) soon();
  }

  return { refresh, adopt, isBehind: () => void (isBehind = true), wasBehind: () => isBehind };
}
