import { QuestionList } from '@/components/portal/question-list';
import { QUESTION_GROUPS, QUESTIONS } from '@/components/portal/questions';
import { SupportCard } from '@/components/portal/support-card';
import { Card } from '@/components/ui/card';
import { Columns, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { paths } from '@/lib/kernel/paths';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '常见问题' };

export default page({ who: 'public' }, async () => {
  const { support } = await siteData();
  return (
    <>
      <PageHead
        breadcrumb={[{ label: '首页', href: paths.home() }, { label: '常见问题' }]}
        title="常见问题"
        meta={<span>某一事项的条件和材料，请看该事项的办事指南。</span>}
      />
      <Columns
        sideWidth="l"
        sideLabel="技术支持"
        main={
          <Stack gap={6}>
            {QUESTION_GROUPS.map((group) => (
              <Card key={group} title={group}>
                <QuestionList questions={QUESTIONS.filter((question) => question.group === group)} />
              </Card>
            ))}
          </Stack>
        }
        side={<SupportCard title="技术支持" support={support} foot="来电时请报企业名称；有受理编号的请报编号。" />}
      />
    </>
  );
});
