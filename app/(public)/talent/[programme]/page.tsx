import { notFound } from 'next/navigation';
import { z } from 'zod';
import { GuidePage } from '@/components/portal/guide-page';
import { programmeByCode } from '@/lib/programme/queries';
import { page } from '@/lib/runtime/page';
import { requestContext } from '@/lib/runtime/request-context';

const params = z.object({ programme: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/) });

export async function generateMetadata({ params: given }: { params: Promise<unknown> }) {
  const read = params.safeParse(await given);
  const programme = read.success ? await programmeByCode(await requestContext(), read.data.programme) : null;
  return programme ? { title: `${programme.name}办事指南`, description: programme.config.summary } : {};
}

/** 办事指南 of one programme, from its published version. */
export default page({ who: 'public', params }, async ({ ctx, params: { programme: code } }) => {
  const programme = await programmeByCode(ctx, code);
  if (!programme) notFound();
  return (
    <GuidePage
      code={code}
      config={programme.config}
      versionNumber={programme.versionNumber}
      window={programme.current?.window ?? null}
      opensNextOn={programme.opensNextOn}
    />
  );
});
