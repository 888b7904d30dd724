import { StaffHead } from '@/components/frame/staff-frame';
import { UploadTable } from '@/components/support/upload-table';
import { Stack } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { uploadReport } from '@/lib/files/upload-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '上传情况' };

export default page({ who: 'staff', may: 'upload.watch', at: paths.staffUploads }, async ({ ctx }) => {
  const { days, all, browsers, failing } = await uploadReport(ctx);
  return (
    <Stack gap={4}>
      <StaffHead title="上传情况" note={`最近 ${days} 天企业上传的文件，按浏览器；只有计数，不含企业和文件`} />
      {failing.length > 0 && (
        <Notice tone="red" title="上传失败偏多">
          昨天以来：{failing.join('；')}
          。请用同样的浏览器试传一个文件；确有问题的，请在门户公告中说明，并考虑延长申报时间。
        </Notice>
      )}
      <UploadTable all={all} browsers={browsers} failing={failing} />
    </Stack>
  );
});
