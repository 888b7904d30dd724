'use client';

import { Button, LinkButton } from '@/components/ui/button';
import { PageError } from '@/components/ui/page-error';

/** Something broke while this page was made; the number stands in the server's log beside the cause. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const next = (
    <>
      <Button variant="primary" onClick={reset}>
        重新打开
      </Button>
      <LinkButton href="/">返回首页</LinkButton>
    </>
  );
  return <PageError number={error.digest ?? '无'} next={next} />;
}
