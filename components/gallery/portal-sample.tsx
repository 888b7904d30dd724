import { PortalFrame } from '../frame/portal-frame';
import { LinkButton } from '../ui/button';
import { Card } from '../ui/card';
import { Field } from '../ui/field';
import { IconList, ItemList } from '../ui/item-list';
import { Columns, Spoken, Stack } from '../ui/layout';
import { Money } from '../ui/money';
import { Notice } from '../ui/notice';
import { SubmitButton } from '../ui/submit-button';
import { CellNote, Table } from '../ui/table';
import { TextInput } from '../ui/text-input';
import { nothing, park, support } from './samples';

const main = (
  <>
    <Card title="现在可以申请" aside={<a href="#all">全部事项</a>} flush>
      <ItemList
        items={[
          {
            key: '1',
            title: '高层次和紧缺人才招聘补贴',
            href: '#1',
            note: '引进领军人才、博士、硕士或紧缺岗位人才的企业，每人补贴 10,000 至 100,000 元。',
            action: (
              <LinkButton variant="primary" href="#go">
                在线办理
              </LinkButton>
            ),
          },
          {
            key: '2',
            title: '博士后科研资助',
            note: '本期已于 2026年9月30日 截止，下期 2027年3月1日 开放。',
            action: (
              <LinkButton variant="quiet" href="#guide">
                办事指南
              </LinkButton>
            ),
          },
        ]}
      />
    </Card>
    <Card title="正在公示" aside={<a href="#old">往期公示</a>} flush foot="对名单有异议，请在公示期内署名提出。">
      <Table
        caption="正在公示"
        columns={[
          { key: 'name', title: '名单' },
          { key: 'amount', title: '拟补贴金额', align: 'end' },
          { key: 'until', title: '公示期' },
        ]}
        rows={[
          {
            key: '1',
            href: '#n1',
            cells: {
              name: '高层次和紧缺人才招聘补贴 2026 年第 3 批',
              amount: <Money fen={1_820_000_00} />,
              until: (
                <>
                  11月23日 至 11月27日<CellNote>还剩 4 天</CellNote>
                </>
              ),
            },
          },
        ]}
      />
    </Card>
  </>
);

export function PortalSample() {
  return (
    <PortalFrame
      park={park}
      current="home"
      support={support}
      footerNote="演示环境：所列企业、人员、编号与金额均为虚构。"
      notice={
        <Notice look="line" tone="amber">
          11月28日 22:00 至次日 6:00 系统维护，其间不能提交。
        </Notice>
      }
    >
      <h1>
        <Spoken>首页</Spoken>
      </h1>
      <Columns sideWidth="l" main={main} side={<Side />} />
    </PortalFrame>
  );
}

function Side() {
  return (
    <>
      <Card title="我的申请办到哪了">
        <form action={nothing}>
          <Stack>
            <Field id="number" label="受理编号" hint="RC 开头，共 13 位">
              <TextInput name="number" />
            </Field>
            <Field id="tail" label="统一社会信用代码后 6 位">
              <TextInput name="tail" />
            </Field>
            <SubmitButton full>查询进度</SubmitButton>
          </Stack>
        </form>
      </Card>
      <Card title="需要帮助">
        <IconList
          items={[
            { key: 'phone', icon: 'phone', title: '400-000-0000', note: '工作日 9:00–17:00', tone: 'link' },
            {
              key: 'new',
              icon: 'user',
              title: '成为新用户',
              href: '#new',
              note: '第一次办理的企业，备好江苏CA 或苏州CA',
              tone: 'link',
            },
          ]}
        />
      </Card>
    </>
  );
}
