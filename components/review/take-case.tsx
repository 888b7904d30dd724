'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { paths } from '@/lib/kernel/paths';
import { answered, sentenceOf, type DeskActs } from './acts';

/** 领取 in a row: takes this case and opens it. */
export function TakeCase({ id, number, claim }: { id: string; number: string; claim: DeskActs['claim'] }) {
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  async function take() {
    if (isPending) return;
    setPending(true);
    const answer = await answered(claim({ applicationId: id }));
    if (answer.ok) return router.push(paths.staffApplication(id));
    announce(sentenceOf(answer.explained), 'amber');
    setPending(false);
    router.refresh();
  }
  return (
    <Button size="s" variant="quiet" pending={isPending} aria-label={`领取 ${number}`} onClick={() => void take()}>
      领取
    </Button>
  );
}
