import { BankImportList } from '@/components/banks/bank-import-list';
import { BankSearch } from '@/components/banks/bank-search';
import { BankTable } from '@/components/banks/bank-table';
import { UploadBanks } from '@/components/banks/upload-banks';
import { Figures } from '@/components/finance/figures';
import { StaffHead } from '@/components/frame/staff-frame';
import { LinkButton } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { Stack } from '@/components/ui/layout';
import { bankImportLines, bankSummary, searchBanks } from '@/lib/enterprise/bank-queries';
import { paths } from '@/lib/kernel/paths';
import { formatDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '银行表' };

export default page({ who: 'staff', may: 'bank.manage', at: paths.staffBanks }, async ({ ctx, search }) => {
  const q = (search.q ?? '').slice(0, 100);
  const [summary, imports, found] = await Promise.all([
    bankSummary(ctx),
    bankImportLines(ctx, { most: 10 }),
    searchBanks(ctx, q),
  ]);
  const { size, cities, gone, unknownAccounts, lastImport } = summary;
  return (
    <Stack gap={4}>
      <StaffHead
        title="银行表"
        note="企业填写银行账户时从这里查找开户行和联行号；表中没有的可以手填，财务付款前会看到提示"
        actions={
          <LinkButton size="s" variant="plain" icon="download" href={paths.bankTemplate()}>
            下载模板
          </LinkButton>
        }
      />
      <Figures
        items={[
          { label: '开户行', value: size.toLocaleString('en-US'), note: gone > 0 && `另有 ${gone} 家已撤销` },
          { label: '城市', value: cities.toLocaleString('en-US') },
          { label: '联行号不在表中的账户', value: unknownAccounts.toLocaleString('en-US') },
          {
            label: '最近导入',
            value: lastImport?.confirmedAt ? formatDay(shanghaiDayOf(lastImport.confirmedAt)) : '尚未导入',
          },
        ]}
      />
      <UploadBanks />
      <Section title="查找开户行">
        <Stack gap={3}>
          <BankSearch query={q} />
          <BankTable rows={found.rows} more={found.more} query={q} />
        </Stack>
      </Section>
      <Section title="导入记录">
        <BankImportList rows={imports} />
      </Section>
    </Stack>
  );
});
