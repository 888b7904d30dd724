import { HelpList } from '@/components/portal/help-list';
import { HomeGrid } from '@/components/portal/home-grid';
import { HomeHead } from '@/components/portal/home-head';
import { NoticeBoard } from '@/components/portal/notice-board';
import { WhereTheNumberIs } from '@/components/portal/number-drawing';
import { ProgrammeList } from '@/components/portal/programme-list';
import { ProgressForm } from '@/components/portal/progress-form';
import { Anchor } from '@/components/ui/anchor';
import { Card } from '@/components/ui/card';
import { Stack } from '@/components/ui/layout';
import { paths } from '@/lib/kernel/paths';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { runningNotices } from '@/lib/notice/board-queries';
import { openProgrammes } from '@/lib/programme/queries';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';
import { lookUpProgressAction } from './progress/actions';

const NOTICES_SHOWN = 5;

export default page({ who: 'public' }, async ({ ctx }) => {
  const [programmes, notices, { park, support }] = await Promise.all([
    openProgrammes(ctx),
    runningNotices(ctx, NOTICES_SHOWN),
    siteData(),
  ]);
  const listed = programmes.map(({ code, name, config, current, opensNextOn }) => ({
    ...{ code, name, opensNextOn },
    summary: config.summary,
    window: current?.window ?? null,
  }));
  return (
    <>
      <HomeHead title={park.wordmark} today={shanghaiDayOf(ctx.now)} />
      <HomeGrid>
        <Card title="现在可以申请" aside={<Anchor href={paths.talentServices()}>全部事项</Anchor>} flush>
          <ProgrammeList programmes={listed} />
        </Card>
        <Card title="我的申请办到哪了">
          <Stack gap={4}>
            <ProgressForm action={lookUpProgressAction} />
            <WhereTheNumberIs loginHref={paths.login(paths.applications())} />
          </Stack>
        </Card>
        <Card
          title="正在公示"
          aside={<Anchor href={paths.notices()}>往期公示</Anchor>}
          flush
          foot={
            <>
              对名单有异议，请在公示期内署名提出，并写明事实和联系方式。
              <Anchor href={`${paths.help()}#objection`}>怎样提出异议</Anchor>
            </>
          }
        >
          <NoticeBoard notices={notices} />
        </Card>
        <Card title="需要帮助">
          <HelpList support={support} />
        </Card>
      </HomeGrid>
    </>
  );
});
