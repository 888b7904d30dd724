import { AddFont } from '@/components/fonts/add-font';
import { FontTable } from '@/components/fonts/font-table';
import { MissingTable } from '@/components/fonts/missing-table';
import { StaffHead } from '@/components/frame/staff-frame';
import { Section } from '@/components/ui/card';
import { Stack } from '@/components/ui/layout';
import { paperFonts } from '@/lib/disbursement/font-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '打印字体' };

export default page({ who: 'staff', may: 'font.manage', at: paths.staffFonts }, async ({ ctx }) => {
  const { missing, fonts } = await paperFonts(ctx);
  return (
    <Stack gap={4}>
      <StaffHead title="打印字体" note="收据上的字如果字库没有，不会用近似的字代替；在这里补充含有该字的字体" />
      <Section title="所缺的字">
        <MissingTable rows={missing} />
      </Section>
      {missing.length > 0 && <AddFont />}
      <Section title="已添加的字体">
        <FontTable rows={fonts} />
      </Section>
    </Stack>
  );
});
