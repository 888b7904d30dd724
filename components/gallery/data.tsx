import { Button, LinkButton } from '../ui/button';
import { Card } from '../ui/card';
import { DefinitionList } from '../ui/definition-list';
import { Disclosure } from '../ui/disclosure';
import { EmptyState } from '../ui/empty-state';
import { DaysLeft, IconList, ItemList, NumberedList } from '../ui/item-list';
import { Columns, Stack } from '../ui/layout';
import { Money } from '../ui/money';
import { Pager } from '../ui/pager';
import { Progress } from '../ui/progress';
import { Skeleton } from '../ui/skeleton';
import { Status } from '../ui/status';
import { CellNote, Table } from '../ui/table';
import { Timeline } from '../ui/timeline';
import { WizardSteps } from '../ui/wizard-steps';

const LONG_NAME = '苏州工业园区示范性新一代人工智能与高端装备制造产业技术协同创新研究院（集团）股份有限公司第一分公司';

const cases = (
  <>
    <Table
      caption="在办的申请"
      columns={[
        { key: 'name', title: '事项与编号' },
        { key: 'amount', title: '申请金额', align: 'end' },
        { key: 'status', title: '状态' },
        { key: 'next', title: '接下来' },
      ]}
      rows={[
        {
          key: '1',
          href: '#1',
          cells: {
            name: '高层次和紧缺人才招聘补贴',
            amount: <Money fen={200_000_00} />,
            status: (
              <Status tone="amber" icon="undo">
                已退回待修改
              </Status>
            ),
            next: (
              <>
                您修改，
                <CellNote>11月30日 前</CellNote>
              </>
            ),
          },
        },
        {
          key: '2',
          href: '#2',
          tone: 'current',
          cells: {
            name: LONG_NAME,
            amount: <Money fen={180_000_00} />,
            status: (
              <Status tone="blue" icon="money">
                拨付中
              </Status>
            ),
            next: '您上传收据',
          },
        },
        { key: '3', tone: 'total', cells: { name: '合计', amount: <Money fen={380_000_00} strong /> } },
      ]}
    />
  </>
);

const sideData = (
  <>
    <Card title="接下来">
      <NumberedList
        items={[
          { key: '1', title: '您修改并重新提交', note: '11月30日 24:00 前', state: 'now' },
          { key: '2', title: '原初审人员复看', note: '收到后 5 个工作日内' },
          { key: '3', title: '复审' },
        ]}
      />
    </Card>
    <Card title="办理进程">
      <Timeline
        items={[
          { at: '11月16日 15:20', title: '已退回待修改', tone: 'amber', icon: 'undo', note: '邮件、短信已发联系人' },
          { at: '11月12日 09:00', title: '初审', by: '业务人员' },
          { at: '11月9日 10:21', title: '提交，取得受理编号', by: '申报单位' },
        ]}
      />
    </Card>
    <Card title="需要帮助" compact>
      <IconList
        items={[
          { key: 'phone', icon: 'phone', title: '400-000-0000', note: '工作日 9:00–17:00' },
          { key: 'book', icon: 'book', title: '怎样盖章和拍照', href: '#how', tone: 'link' },
        ]}
      />
    </Card>
    <Card title="填写步骤">
      <WizardSteps
        current="talents"
        items={[
          { key: 'enterprise', title: '企业基本信息', href: '#e', missing: 0 },
          { key: 'talents', title: '引进人才信息', href: '#t', missing: 5 },
          { key: 'files', title: '附件信息', href: '#f', missing: 9 },
          { key: 'preview', title: '预览', missing: null },
        ]}
      />
    </Card>
    <Card title="进度">
      <Stack gap={3}>
        <Progress label="正在上传" value={62} percent detail="7.7 / 12.4 MB，约 8 秒" />
        <Progress label="正在检查" detail="通常不超过 1 分钟" />
      </Stack>
    </Card>
    <Pager previousHref="#p" summary="第 1 至 20 件，共 42 件" />
  </>
);

const mainData = (
  <>
    <Card title="我的待办" aside="按到期先后排列" flush>
      <ItemList
        items={[
          {
            key: '1',
            tone: 'amber',
            lead: <DaysLeft days={7} until="11月30日" hot />,
            title: '按审核意见修改并重新提交',
            note: (
              <>
                高层次和紧缺人才招聘补贴，4 条意见
                <br />
                受理编号 RC20260005038
              </>
            ),
            action: <Button variant="primary">按意见修改</Button>,
          },
          {
            key: '2',
            lead: <DaysLeft days={143} until="2027年4月15日" />,
            title: '收据盖章后拍照上传',
            note: '收据编号 SJ20260001876，已打印第 2 版',
            action: <Button>上传收据</Button>,
          },
        ]}
      />
    </Card>
    <Card title="在办的申请" aside={<a href="#all">全部申请</a>} flush>
      {cases}
    </Card>
    <Card title="没有申请" flush>
      <Table
        caption="没有申请"
        columns={[{ key: 'name', title: '事项' }]}
        rows={[]}
        empty={
          <EmptyState
            title="还没有申请"
            why="申报窗口已开放，提交后在这里看进度。"
            action={
              <LinkButton variant="primary" href="#apply">
                在线办理
              </LinkButton>
            }
          />
        }
      />
    </Card>
    <Card title="基本信息">
      <DefinitionList
        look="lines"
        items={[
          { label: '事项编码', value: 'SL320599-2026-001' },
          { label: '受理时间', value: '2026年9月1日 0:00 至 12月31日 24:00', note: '北京时间' },
          { label: '单位名称', value: LONG_NAME },
          { label: '联系人', value: null, action: <Button size="s">补充联系人</Button> },
        ]}
      />
    </Card>
    <Skeleton shape="table" lines={3} />
    <Card title="常见问题">
      <Disclosure group="faq" summary="人才在别处领过补贴，还能申请吗" open>
        不能。同一人才只补贴一次，提交时系统会提示。
      </Disclosure>
      <Disclosure group="faq" summary="截止前没有填完怎么办">
        已保存的内容下一期可继续填写。
      </Disclosure>
    </Card>
  </>
);

export function DataGallery() {
  return <Columns main={mainData} side={sideData} />;
}
