import { Table } from '@/components/ui/table';
import { PageHead } from '@/components/ui/page-head';
import { EmptyState } from '@/components/ui/empty-state';
import { latestPictureCodes } from '@/lib/access/picture-code/latest';
import { environment } from '@/lib/runtime/environment';
import { demoOnly } from '@/lib/runtime/demo';
import { page } from '@/lib/runtime/page';

/** The answers of the picture codes that may still be used; only where the demo runs. For runs in a browser. */
export default page({ who: 'public', servesPending: 'any' }, async ({ ctx }) => {
  demoOnly();
  const codes = await latestPictureCodes(ctx, environment().demo);
  return (
    <>
      <PageHead title="验证码" meta="只在演示环境中可见，供演示和自动测试使用。" />
      <Table
        caption="最近的验证码"
        columns={[
          { key: 'id', title: '图片' },
          { key: 'answer', title: '内容' },
        ]}
        rows={codes.map((code) => ({ key: code.id, cells: { id: code.id, answer: code.answer } }))}
        empty={<EmptyState title="还没有图片" why="打开登录页后会看到。" />}
      />
    </>
  );
});
