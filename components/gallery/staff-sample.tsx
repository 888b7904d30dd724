import { StaffFrame, StaffHead } from '../frame/staff-frame';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/choice';
import { Stack } from '../ui/layout';
import { Money } from '../ui/money';
import { Pager } from '../ui/pager';
import { Kbd, Status, Tag, type Tone } from '../ui/status';
import { Table } from '../ui/table';
import { Tabs } from '../ui/tabs';
import { nothing, park } from './samples';

type Sample = { id: string; unit: string; fen: number; check: readonly [Tone, string]; due: readonly [Tone, string] };

const CASES: readonly Sample[] = [
  {
    id: 'RC20260004731',
    unit: '苏州示例光学元件有限公司',
    fen: 90_000_00,
    check: ['amber', '2 项需看'],
    due: ['red', '超期 1 个工作日'],
  },
  {
    id: 'RC20260004764',
    unit: '苏州样例生物医药股份有限公司',
    fen: 170_000_00,
    check: ['green', '全部通过'],
    due: ['red', '今天到期'],
  },
  {
    id: 'RC20260004845',
    unit: '苏州范例新材料科技有限公司',
    fen: 70_000_00,
    check: ['green', '全部通过'],
    due: ['amber', '剩 1 个工作日'],
  },
  {
    id: 'RC20260004198',
    unit: '苏州工业园区示范性新一代人工智能与高端装备制造产业技术协同创新研究院（集团）股份有限公司第一分公司',
    fen: 130_000_00,
    check: ['red', '2 项不符'],
    due: ['neutral', '剩 3 个工作日'],
  },
];

function Queue() {
  return (
    <Table
      caption="待初审的申请"
      dense
      boxed
      columns={[
        { key: 'choose', title: '选中', width: 's', onPhone: 'hide' },
        { key: 'id', title: '受理编号', nowrap: true, onPhone: 'title' },
        { key: 'unit', title: '申报单位' },
        { key: 'amount', title: '预计金额（元）', align: 'end' },
        { key: 'check', title: '自动核验', nowrap: true },
        { key: 'version', title: '提交', nowrap: true },
        { key: 'due', title: '办理期限', sortHref: '#due', sorted: 'ascending', nowrap: true },
      ]}
      rows={CASES.map((sample, index) => ({
        key: sample.id,
        tone: index === 2 ? 'current' : undefined,
        cells: {
          choose: <Checkbox id={sample.id} label={`选中 ${sample.id}`} labelHidden defaultChecked={index === 2} />,
          id: <a href="#case">{sample.id}</a>,
          unit: sample.unit,
          amount: <Money fen={sample.fen} bare />,
          check: (
            <Status tone={sample.check[0]} look="text">
              {sample.check[1]}
            </Status>
          ),
          version: <Tag>第 2 次</Tag>,
          due: (
            <Status tone={sample.due[0]} icon={sample.due[0] === 'neutral' ? 'calendar' : undefined} look="text">
              {sample.due[1]}
            </Status>
          ),
        },
      }))}
    />
  );
}

const staffSample = (
  <StaffFrame
    park={park}
    breadcrumb={[{ label: '审核', href: '/staff' }, { label: '初审' }]}
    user={{ label: '初审 林知远' }}
    signOut={nothing}
    search={{ action: '/staff/search', placeholder: '姓名、单位、信用代码、受理编号' }}
    messages={{ href: '/staff/messages', count: 3 }}
    menuFoot={'今天已办 7 件\n平均每件 6 分钟'}
    menu={[
      {
        title: '审核',
        items: [
          { href: '/staff/queue', label: '初审', icon: 'inbox', count: 42, current: true },
          { href: '/staff/final', label: '复审', icon: 'todo', count: 0 },
          { href: '/staff/returned', label: '待企业补正', short: '补正', icon: 'swap', count: 17 },
        ],
      },
      { title: '公示', items: [{ href: '/staff/notices', label: '公示', icon: 'megaphone', count: 2 }] },
      {
        title: '资金拨付',
        items: [
          { href: '/staff/batches', label: '拨付批次', icon: 'money' },
          { href: '/staff/receipts', label: '收据审核', icon: 'file' },
        ],
      },
    ]}
    foot={
      <>
        <span>已选 1 件，均全部通过</span>
        <Button size="s">批量通过，送复审</Button>
      </>
    }
  >
    <StaffHead
      title="初审"
      note="42 件待办，其中 1 件超期、3 件今天到期"
      actions={
        <>
          <Button size="s" variant="plain" icon="download">
            导出
          </Button>
          <Button size="s" variant="primary">
            领取下一件 <Kbd>G</Kbd>
          </Button>
        </>
      }
    />
    <Stack gap={3}>
      <Tabs
        label="待办视图"
        items={[
          { label: '全部待办', href: '#all', count: 42, current: true },
          { label: '今天到期', href: '#today', count: 3, urgent: true },
          { label: '重新提交', href: '#again', count: 9 },
          { label: '20 万元以上', href: '#big', count: 5, icon: 'bookmark' },
        ]}
      />
      <Queue />
      <Pager nextHref="#next" summary="第 1 至 20 件，共 42 件，预计金额合计 4,930,000.00 元" />
    </Stack>
  </StaffFrame>
);

export function StaffSample() {
  return staffSample;
}
