'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { award, type Award } from '@/lib/application/rules/award';
import type { DecisionView } from '@/lib/review/rules/case-view';
import type { DeskComment, DeskView } from '@/lib/review/rules/desk-view';
import type { KeptRegion, Region } from '@/lib/files/rules/region';
import { partIdOf, type DeskPart, type DeskRow } from '@/lib/review/rules/desk';
import type { DeskProof } from '@/lib/review/rules/proof-places';
import { nextToLook } from '@/lib/review/rules/next-look';
import { answered, sentenceOf, type Answered, type DeskActs } from './acts';
import { useLease, type Lease } from './use-lease';
import { useWatch, type Holder } from './use-watch';
import type { DeskPlace } from './use-place';

export type Desk = DeskPlace & {
  readonly view: DeskView;
  readonly acts: DeskActs;
  readonly lease: Lease;
  /** Who has it at this moment, as the page last heard. */
  readonly holder: Holder;
  /** Whether this person holds the case now and may write. */
  readonly isMine: boolean;
  readonly looked: ReadonlySet<string>;
  /** This stage was ended here; the page is about to show it. */
  readonly isEnded: boolean;
  readonly end: () => void;
  /** Shows what is to be looked at next; `decided` is a talent that was decided just now. False when nothing is left. */
  readonly goOn: (decided?: string) => boolean;
  readonly decisions: Readonly<Record<string, DecisionView>>;
  readonly comments: readonly DeskComment[];
  readonly award: Award;
  readonly decide: (supported: boolean, reason: string | null, reasonIds?: string[]) => Promise<Answered>;
  readonly addComment: (comment: NewComment) => Promise<Answered>;
  /** The proof of a field, with what was marked on this page already. */
  readonly proofOf: (row: DeskRow) => DeskProof | null;
  readonly markPlace: (row: DeskRow, proof: DeskProof, region: Region) => Promise<Answered>;
  readonly removeComment: (id: string) => Promise<void>;
};

export type NewComment = {
  readonly target: string;
  readonly label: string;
  readonly text: string;
  readonly reasonIds?: string[];
  readonly region?: KeptRegion;
};

/** Everything that changes on the review page without a reload. */
export function useDesk(view: DeskView, acts: DeskActs, place: DeskPlace): Desk {
  const lease = useLease(view.id, view.claim, acts.renew);
  const holder = useWatch(view, acts.watch);
  const [isEnded, setEnded] = useState(false);
  const isMine = view.claim?.mine === true && lease.lost === null && view.stage !== null && !isEnded;
  const { looked, shown } = useLooked(view, acts, isMine, place.part, place.paperIndex);
  const talk = useComments(view, acts, lease);
  const [decisions, setDecisions] = useState(view.decisions);
  const { part } = place;

  function goOn(decided?: string): boolean {
    const isDecided = (id: string) => id === decided || decisions[id] !== undefined;
    const next = nextToLook(view.parts, place, { looked: shown(), isDecided });
    if (next) place.openPart(next.partIndex, next.paperIndex);
    return next !== null;
  }

  async function decide(supported: boolean, reason: string | null, reasonIds?: string[]): Promise<Answered> {
    const before = decisions;
    const stage = view.stage ?? 'FIRST';
    setDecisions({ ...before, [part.id]: { supported, reason, stage } });
    const input = {
      applicationId: view.id,
      talentId: part.id,
      supported,
      reason,
      ...(reasonIds?.length && { reasonIds }),
    };
    const answer = await answered(acts.decide(input));
    if (answer.ok) return answer;
    setDecisions((now) => withOr(now, part.id, before[part.id]));
    if (answer.code === 'not-your-claim') lease.lose(answer.explained);
    return answer;
  }

  const amounts = useMemo(() => awardOf(view, decisions), [view, decisions]);
  const end = () => setEnded(true);
  const work = {
    ...usePlaces(view, acts, lease),
    looked,
    isEnded,
    end,
    goOn,
    decisions,
    ...talk,
    award: amounts,
    decide,
  };
  return { view, acts, lease, holder, isMine, ...place, ...work };
}

/** The amount as it would be decided now; of a decided case as it was. */
function awardOf(view: DeskView, decisions: Desk['decisions']): Award {
  if (view.approvedFen !== null) return view.award;
  const lines = view.award.lines.map((line) => ({ ...line, supported: decisions[line.talentId]?.supported ?? false }));
  return award(lines, view.award.capFen, view.award.usedFen);
}

function withOr<T>(record: Readonly<Record<string, T>>, key: string, value: T | undefined): Record<string, T> {
  const { [key]: _, ...rest } = record;
  return value === undefined ? rest : { ...rest, [key]: value };
}

/** A part counts as looked at once it stands on the screen of whoever holds the case. */
function useLooked(view: DeskView, acts: DeskActs, isMine: boolean, part: DeskPart, paperIndex: number) {
  const [looked, setLooked] = useState<ReadonlySet<string>>(() => new Set(view.looked));
  const asked = useRef(new Set(view.looked));
  const paper = part.papers[paperIndex];

  useEffect(() => {
    if (!isMine) return;
    const keys = [part.own, ...(paper ? [paper.key] : [])];
    const open = keys.filter((key) => !asked.current.has(key));
    if (open.length === 0) return;
    for (const key of open) asked.current.add(key);
    void answered(acts.lookAt({ applicationId: view.id, parts: open })).then((answer) => {
      if (answer.ok) return setLooked((now) => new Set([...now, ...open]));
      // It is asked again when the part is opened the next time.
      for (const key of open) asked.current.delete(key);
      announce(sentenceOf(answer.explained), 'red');
    });
  }, [acts, isMine, paper, part, view.id]);

  /** What stood on the screen so far, whether the server has heard of it yet or not. */
  const shown = (): ReadonlySet<string> => asked.current;
  return { looked, shown };
}

/** Places that were marked on this page, over those that came with it. */
function usePlaces(view: DeskView, acts: DeskActs, lease: Lease) {
  const [marked, setMarked] = useState<Readonly<Record<string, DeskProof>>>({});
  const proofOf = (row: DeskRow) => (row.pin && marked[row.pin]) || row.proof;

  async function markPlace({ pin }: DeskRow, proof: DeskProof, region: Region): Promise<Answered> {
    if (!pin) throw new Error('a row that is no field');
    const answer = await answered(acts.markPlace({ applicationId: view.id, pin, paper: proof.paper, region }));
    if (answer.ok) setMarked((now) => ({ ...now, [pin]: proof }));
    else if (answer.code === 'not-your-claim') lease.lose(answer.explained);
    return answer;
  }
  return { proofOf, markPlace };
}

function useComments(view: DeskView, acts: DeskActs, lease: Lease) {
  const [comments, setComments] = useState(view.comments);

  async function addComment({ target, label, text, reasonIds, region }: NewComment): Promise<Answered> {
    const place = region && { fileId: region.fileId, page: region.page, box: region.box };
    const input = {
      ...{ applicationId: view.id, target, text },
      ...(reasonIds?.length && { reasonIds }),
      ...(place && { region: place }),
    };
    const answer = await answered(acts.comment(input));
    if (answer.ok) {
      const { id } = answer.value;
      const partId = partIdOf(target);
      setComments((now) => [
        ...now,
        {
          ...{ id, partId, target, label, text, region: region ?? null },
          ...{ by: '您，刚才', isDraft: true, isMended: null },
        },
      ]);
    } else if (answer.code === 'not-your-claim') lease.lose(answer.explained);
    return answer;
  }
  async function removeComment(commentId: string) {
    const answer = await answered(acts.uncomment({ applicationId: view.id, commentId }));
    if (answer.ok) setComments((now) => now.filter(({ id }) => id !== commentId));
    else announce(sentenceOf(answer.explained), 'red');
  }
  return { comments, addComment, removeComment };
}
