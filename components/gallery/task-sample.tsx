import { TaskFoot } from '../frame/task-foot';
import { TaskFrame } from '../frame/task-frame';
import { Button, LinkButton } from '../ui/button';
import { Card } from '../ui/card';
import { MissingList } from '../ui/missing-list';
import { Row, Stack } from '../ui/layout';
import { Money } from '../ui/money';
import { PageHead } from '../ui/page-head';
import { Status, Tag } from '../ui/status';
import { CellNote, Table } from '../ui/table';
import { WizardSteps } from '../ui/wizard-steps';
import { enterprise, enterpriseMenu, nothing, park } from './samples';

function Side() {
  return (
    <Stack gap={6}>
      <WizardSteps
        current="talents"
        items={[
          { key: 'enterprise', title: '企业基本信息', href: '#e', missing: 0 },
          { key: 'contact', title: '联系信息', href: '#c', missing: 0 },
          { key: 'talents', title: '引进人才信息', href: '#t', missing: 2 },
          { key: 'files', title: '附件信息', href: '#f', missing: 9 },
          { key: 'preview', title: '预览', missing: null },
        ]}
      />
      <MissingList
        title="本步还差 2 项"
        items={[
          { key: '1', group: '陈思睿', label: '合同结束日期', href: '#contract-end' },
          { key: '2', group: '安德烈·诺瓦克', label: '国籍', href: '#nationality' },
        ]}
      />
    </Stack>
  );
}

const TALENTS = [
  { name: '安德烈·诺瓦克', id: '护照 X******07', kind: 'A 领军人才', fen: 100_000_00, missing: 1 },
  { name: '王䶮', id: '320***********4518', kind: 'C 硕士', fen: 20_000_00, missing: 0 },
  { name: '陈思睿', id: '320***********2825', kind: 'C 硕士', fen: 20_000_00, missing: 1, isEdited: true },
];

function Talents() {
  return (
    <Table
      caption="引进人才"
      columns={[
        { key: 'name', title: '姓名、证件号码' },
        { key: 'kind', title: '人才类别' },
        { key: 'amount', title: '标准（元）', align: 'end' },
        { key: 'state', title: '状态' },
      ]}
      rows={TALENTS.map((talent) => ({
        key: talent.name,
        tone: talent.isEdited ? 'current' : undefined,
        cells: {
          name: (
            <>
              <a href="#edit">{talent.name}</a>
              <CellNote>{talent.id}</CellNote>
            </>
          ),
          kind: talent.kind,
          amount: <Money fen={talent.fen} bare />,
          state: (
            <Status tone={talent.missing ? 'amber' : 'green'} look="text">
              {talent.missing ? `差 ${talent.missing} 项` : '完成'}
            </Status>
          ),
        },
      }))}
    />
  );
}

const taskSample = (
  <TaskFrame
    park={park}
    place="人才服务"
    enterprise={enterprise}
    user={{ username: 'super', roleLabel: '超级用户' }}
    signOut={nothing}
    messages={{ href: '/messages', count: 2 }}
    menu={enterpriseMenu}
    head={
      <PageHead
        breadcrumb={[{ label: '补贴申请', href: '/applications' }, { label: '高层次和紧缺人才招聘补贴' }]}
        title="引进人才信息"
        status={<Tag>草稿</Tag>}
        meta={
          <>
            <span>高层次和紧缺人才招聘补贴，2026 年度</span>
            <span>
              申报截止 <b>2026年12月15日 24:00</b>，还有 22 天
            </span>
          </>
        }
      />
    }
    side={<Side />}
    foot={
      <TaskFoot
        back={
          <Button variant="plain" size="l" icon="chevron-left">
            上一步
          </Button>
        }
        saved={
          <>
            <Status tone="green" look="text">
              已保存 14:03
            </Status>
            <span>还差 5 项也可以先去下一步</span>
          </>
        }
        next={
          <LinkButton variant="primary" size="l" href="#next" iconAfter="chevron-right">
            下一步
          </LinkButton>
        }
      />
    }
  >
    <Stack gap={3}>
      <Row fillOnPhone>
        <Button icon="plus">添加引进人才</Button>
        <Button variant="plain" icon="sheet">
          从 Excel 导入
        </Button>
      </Row>
      <Card flush>
        <Talents />
      </Card>
    </Stack>
  </TaskFrame>
);

export function TaskSample() {
  return taskSample;
}
