import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { HowToObject } from '@/components/notice/how-to-object';
import { ObjectForm } from '@/components/objection/object-form';
import { Card } from '@/components/ui/card';
import { Columns } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { paths } from '@/lib/kernel/paths';
import { publicNotice } from '@/lib/notice/queries';
import { NOTICE_NUMBER } from '@/lib/notice/rules/titles';
import { page } from '@/lib/runtime/page';
import { fileObjectionAction } from './actions';

export const metadata: Metadata = { title: '提出异议', robots: { index: false, follow: false } };

const params = z.object({ id: z.string().regex(NOTICE_NUMBER) });
const places = z
  .string()
  .regex(/^\d{1,5}$/)
  .catch('');

export default page({ who: 'public', params }, async ({ ctx, params: { id: number }, search }) => {
  const notice = await publicNotice(ctx, number);
  if (!notice) notFound();
  // Over, or taken down: its own page says so.
  if (!notice.sheet) redirect(paths.notice(number));
  return (
    <>
      <PageHead
        breadcrumb={[
          { label: '首页', href: paths.home() },
          { label: '通知公示', href: paths.notices() },
          { label: number, href: paths.notice(number) },
          { label: '提出异议' },
        ]}
        title="提出异议"
        meta={<span>{notice.title}</span>}
      />
      <Columns
        sideLabel="怎样提出异议"
        main={
          <Card>
            <ObjectForm
              action={fileObjectionAction}
              notice={{ number, lines: notice.sheet.lines }}
              place={places.parse(search.line)}
              ticket={crypto.randomUUID()}
              codeId={crypto.randomUUID()}
            />
          </Card>
        }
        side={<HowToObject sheet={notice.sheet} />}
      />
    </>
  );
});
