'use client';

import { usePathname, useRouter } from 'next/navigation';
import {
  useCallback,
  useDeferredValue,
  useMemo,
  useRef,
  useState,
  type FormEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { announce } from '@/components/ui/announcer';
import { obstacleFinder, type Obstacle } from '@/lib/application/rules/obstacles';
import type { PartKey } from '@/lib/application/rules/part-keys';
import type { DraftSession } from '../draft/draft-session';
import { isKept } from '../draft/draft-state';
import { draftAsTyped } from '../draft/draft-values';
import { useDraftSession } from './use-draft-session';
import { WizardContext, type Target, type Wizard as WizardValue } from './wizard-context';
import type { WizardView } from './wizard-view';

/** The draft of one application around whatever a step shows: typed values, obstacles, and the way between the steps. */
export function Wizard({ view, children }: { view: WizardView; children: ReactNode }) {
  const { session, state: newest } = useDraftSession(view.draft, view.journalKey);
  // A list of 500 and all that is missing of it is drawn after the key, and not before every next one.
  const state = useDeferredValue(newest);
  const { config, today } = view;
  const draft = useMemo(
    () => draftAsTyped(state.draft, { pending: state.pending, typed: state.typed, config, today }),
    [state.draft, state.pending, state.typed, config, today],
  );
  const [find] = useState(obstacleFinder);
  const obstacles = useMemo(() => find(draft, config, { today }), [find, draft, config, today]);
  const complaints = useMemo(() => firstOfEachPart(obstacles), [obstacles]);
  const { target, land } = useTarget(view.at);
  const ways = useWays(session);
  const { leaveTo } = ways;
  const value: WizardValue = useMemo(
    () => ({ view, session, state, draft, obstacles, complaints, target, land, leaveTo }),
    [view, session, state, draft, obstacles, complaints, target, land, leaveTo],
  );
  return (
    <WizardContext value={value}>
      <LinksKeepTyping land={land} {...ways}>
        {children}
      </LinksKeepTyping>
    </WizardContext>
  );
}

function firstOfEachPart(obstacles: readonly Obstacle[]): ReadonlyMap<PartKey, Obstacle> {
  return new Map([...obstacles].reverse().map((one) => [one.part, one]));
}

function useWays(session: DraftSession): Pick<Going, 'leaveTo' | 'mayLeave'> {
  const router = useRouter();
  return useMemo(() => {
    /** Whether everything is saved; a choice that is still to be made is kept on this computer and asked for again. */
    async function mayLeave(): Promise<boolean> {
      await session.flush();
      const { pending, conflicts, copy } = session.getState();
      const isFree = pending.size === 0 && (conflicts.length === 0 || isKept(copy));
      if (!isFree) announce(pending.size > 0 ? '有内容尚未保存，请稍候再离开本页' : '请先选择保留哪一个内容', 'red');
      return isFree;
    }
    async function leaveTo(href: string) {
      if (await mayLeave()) router.push(href);
    }
    return { mayLeave, leaveTo };
  }, [session, router]);
}

/** The part asked for: first that of the address, then whatever link was followed on this page. */
function useTarget(at: PartKey | null): { target: Target | null; land(part: PartKey): void } {
  const [target, setTarget] = useState<Target | null>(() => (at ? { part: at, stamp: 0 } : null));
  const land = useCallback((part: PartKey) => setTarget((before) => ({ part, stamp: (before?.stamp ?? 0) + 1 })), []);
  return { target, land };
}

type Going = Pick<WizardValue, 'land' | 'leaveTo'> & { mayLeave(): Promise<boolean>; readonly children: ReactNode };

/** Links to this step land on their part without a request; links elsewhere wait until everything is saved. */
function LinksKeepTyping({ land, leaveTo, mayLeave, children }: Going) {
  const pathname = usePathname();
  const isLeaving = useRef(false);

  /** 退出 throws the copy on this computer away: everything is saved first, or one stays. */
  function signedOut(event: FormEvent<HTMLDivElement>) {
    const form = event.target;
    if (isLeaving.current || !(form instanceof HTMLFormElement) || form.dataset.signOut === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    void mayLeave().then((isFree) => {
      isLeaving.current = isFree;
      if (isFree) form.requestSubmit();
    });
  }

  function followed(event: MouseEvent<HTMLDivElement>) {
    const url = ownAddress(event);
    if (!url) return;
    const part = url.searchParams.get('at');
    const isHere = url.pathname === pathname;
    if (isHere && !part && url.hash) return;
    event.preventDefault();
    if (isHere && part) {
      window.history.replaceState(null, '', url);
      land(part);
    } else {
      void leaveTo(url.pathname + url.search + url.hash);
    }
  }

  return (
    <div onClickCapture={followed} onSubmitCapture={signedOut}>
      {children}
    </div>
  );
}

/** Where a plain click on a link of ours leads; null for everything that the browser should do itself. */
function ownAddress(event: MouseEvent): URL | null {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  if (!isPlain || !link || link.target || link.hasAttribute('download')) return null;
  const url = new URL(link.href, window.location.href);
  return url.origin === window.location.origin && !url.pathname.startsWith('/api/') ? url : null;
}
