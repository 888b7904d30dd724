'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/status';
import { paths } from '@/lib/kernel/paths';
import type { ReviewStage } from '@/lib/review/rules/labels';
import { answered, sentenceOf, type DeskActs } from './acts';
import { useKeys } from './use-keys';

type Props = { stage: ReviewStage; next: DeskActs['next']; size?: 's' | 'm'; primary?: boolean; disabled?: boolean };

/** 领取下一件: takes the best case that may be had, and opens it. */
export function TakeNext({ stage, next, size = 'm', primary, disabled }: Props) {
  const router = useRouter();
  const [isPending, setPending] = useState(false);

  async function take() {
    if (isPending || disabled) return;
    setPending(true);
    const answer = await answered(next({ stage }));
    if (answer.ok) return router.push(paths.staffApplication(answer.value.applicationId));
    announce(sentenceOf(answer.explained), 'amber');
    setPending(false);
    router.refresh();
  }
  // N in a case that one holds is 不予支持; there this button is not shown.
  useKeys({ n: () => void take(), g: () => void take() });
  return (
    <Button
      size={size}
      variant={primary ? 'primary' : 'secondary'}
      pending={isPending}
      disabled={disabled}
      onClick={() => void take()}
    >
      领取下一件 <Kbd>N</Kbd>
    </Button>
  );
}
