import { ImportList } from '@/components/register/import-list';
import { RegisterSearch } from '@/components/register/register-search';
import { RegisterTable } from '@/components/register/register-table';
import { UploadRegister } from '@/components/register/upload-register';
import { Figures } from '@/components/finance/figures';
import { StaffHead } from '@/components/frame/staff-frame';
import { LinkButton } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { Stack } from '@/components/ui/layout';
import { may } from '@/lib/access/authorise';
import { importLines, registerSummary, searchRegister } from '@/lib/enterprise/register-queries';
import { paths } from '@/lib/kernel/paths';
import { formatDay, shanghaiDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '法人库' };

export default page({ who: 'staff', may: 'register.read', at: paths.staffRegister }, async ({ ctx, search }) => {
  const q = (search.q ?? '').slice(0, 100);
  const [summary, imports, found] = await Promise.all([
    registerSummary(ctx),
    importLines(ctx, { most: 10 }),
    searchRegister(ctx, q),
  ]);
  const { size, struckOff, lastImport } = summary;
  return (
    <Stack gap={4}>
      <StaffHead
        title="法人库"
        note="企业注册和更名时，按统一社会信用代码和名称核对"
        actions={
          <LinkButton size="s" variant="plain" icon="download" href={paths.registerTemplate()}>
            下载模板
          </LinkButton>
        }
      />
      <Figures
        items={[
          { label: '在库企业', value: size.toLocaleString('en-US') },
          { label: '其中已注销、吊销', value: struckOff.toLocaleString('en-US') },
          {
            label: '最近导入',
            value: lastImport?.confirmedAt ? formatDay(shanghaiDayOf(lastImport.confirmedAt)) : '尚未导入',
          },
          { label: '数据日期', value: lastImport ? formatDay(shanghaiDay(lastImport.asOf)) : '尚未导入' },
        ]}
      />
      {may(ctx.actor, 'register.import') && <UploadRegister today={shanghaiDayOf(ctx.now)} />}
      <Section title="查找企业">
        <Stack gap={3}>
          <RegisterSearch query={q} />
          <RegisterTable rows={found.rows} more={found.more} query={q} />
        </Stack>
      </Section>
      <Section title="导入记录">
        <ImportList rows={imports} />
      </Section>
    </Stack>
  );
});
