import { CaseTable } from '@/components/enterprise-home/case-table';
import { MessageList } from '@/components/enterprise-home/message-list';
import { TodoList, dayWords } from '@/components/enterprise-home/todo-list';
import { caseLine, todosOf, type Todo } from '@/components/enterprise-home/todos';
import { YearCard } from '@/components/enterprise-home/year-card';
import { Anchor } from '@/components/ui/anchor';
import { Card } from '@/components/ui/card';
import { Columns } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { liveCases, myMessages, openMatters } from '@/lib/enterprise/home-queries';
import { moneyOfYear } from '@/lib/enterprise/year-queries';
import { statementsWaiting } from '@/lib/objection/own-queries';
import { paths } from '@/lib/kernel/paths';
import { formatDay, formatWeekday, shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '企业发展服务中心综合服务平台' };

const CASES_SHOWN = 8;
const MESSAGES_SHOWN = 5;

export default page({ who: 'enterprise', at: paths.enterpriseHome }, async ({ ctx }) => {
  const [matters, hand, money, messages, { support }, asked] = await Promise.all([
    openMatters(ctx),
    liveCases(ctx, CASES_SHOWN),
    moneyOfYear(ctx),
    myMessages(ctx, MESSAGES_SHOWN),
    siteData(),
    statementsWaiting(ctx),
  ]);
  const today = shanghaiDayOf(ctx.now);
  const todos = todosOf(matters, today);
  return (
    <>
      <PageHead title="企业发展服务中心综合服务平台" meta={<span>{greeting(todos, today)}</span>} />
      {ctx.actor.frozen && (
        <Notice tone="amber" title="本单位已被冻结">
          可以查看，不能提交、打印收据和收款。请联系业务窗口了解原因。
        </Notice>
      )}
      {asked > 0 && (
        <Notice tone="amber" title={`${asked} 项公示异议待贵单位说明`}>
          <Anchor href={paths.statements()}>查看所反映的事项并说明</Anchor>
        </Notice>
      )}
      <Columns
        sideLabel="资金与通知"
        main={
          <>
            <Card title="我的待办" aside="按到期先后排列" flush>
              <TodoList todos={todos} today={today} applyHref={paths.talentServices()} />
            </Card>
            <Card
              title="在办的申请"
              aside={
                <Anchor href={paths.applications()}>全部申请{hand.count > 0 && `（在办 ${hand.count} 件）`}</Anchor>
              }
              flush
            >
              <CaseTable cases={hand.cases.map(caseLine)} today={today} />
            </Card>
          </>
        }
        side={
          <>
            <YearCard {...money} />
            <Card title="通知" flush>
              <MessageList messages={messages} />
            </Card>
            {support.phone && (
              <Card title="办理中有疑问" compact>
                请拨 {support.phone}
                {support.hours && `，${support.hours}`}，报受理编号即可。
              </Card>
            )}
          </>
        }
      />
    </>
  );
});

function greeting(todos: readonly Todo[], today: ShanghaiDay): string {
  const day = `${formatDay(today)}，${formatWeekday(today)}。`;
  const [first] = todos;
  if (!first) return `${day}目前没有待办。`;
  const soonest = first.dueOn ? `，最近一项 ${dayWords(first.dueOn, today)} 到期` : '';
  return `${day}您有 ${todos.length} 项待办${soonest}。`;
}
