'use client';

import { Muted, Row } from '@/components/ui/layout';
import type { ReviewStage } from '@/lib/review/rules/labels';
import type { DeskActs } from './acts';
import { TakeNext } from './take-next';

type Props = {
  stage: ReviewStage;
  /** The list on the page as its address has it, where it is narrower than the stage; null is the stage. */
  among: Readonly<Record<string, string>> | null;
  /** How many stand in that list. */
  left: number;
  acts: {
    next: DeskActs['next'];
    nextOfList: (input: { stage: ReviewStage; among: Record<string, string> }) => ReturnType<DeskActs['next']>;
  };
  disabled?: boolean;
};

/** 领取下一件 over the queue: of the list as it is filtered, with how many it holds. */
export function TakeNextOfList({ stage, among, left, acts, disabled }: Props) {
  const next: DeskActs['next'] = among ? (input) => acts.nextOfList({ ...input, among: { ...among } }) : acts.next;
  return (
    <Row gap={2}>
      {among && <Muted>当前筛选 {left} 件，从中领取</Muted>}
      <TakeNext stage={stage} next={next} primary disabled={disabled} />
    </Row>
  );
}
