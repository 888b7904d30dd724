import { EnterpriseFrame } from '../frame/enterprise-frame';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { DefinitionList } from '../ui/definition-list';
import { IconList } from '../ui/item-list';
import { Columns, Stack } from '../ui/layout';
import { Money } from '../ui/money';
import { Notice } from '../ui/notice';
import { HeadFigure, PageHead } from '../ui/page-head';
import { Status } from '../ui/status';
import { Steps } from '../ui/steps';
import { enterprise, enterpriseMenu, nothing, park, support } from './samples';

const accounts = (
  <Stack gap={2}>
    <DefinitionList
      items={[
        {
          label: '银行账户',
          value: '3225 **** **** 1234',
          note: '示例银行苏州工业园区支行',
          action: (
            <Button size="s" variant="plain">
              调整银行账户
            </Button>
          ),
        },
        {
          label: '联系人',
          value: '林晓雯　138****0000',
          action: (
            <Button size="s" variant="plain">
              调整联系人
            </Button>
          ),
        },
      ]}
    />
    <Notice look="line" tone="amber">
      调整任何一项，第 2 版收据即作废。
    </Notice>
  </Stack>
);

const path = (
  <Steps
    label="拨付步骤"
    items={[
      {
        key: 'proofs',
        state: 'done',
        title: '上传在职证明',
        result: '4 份已齐，均在 30 天内',
        children: <p>四份在职证明</p>,
      },
      {
        key: 'confirm',
        state: 'done',
        title: '确认银行账户和联系人',
        result: '11月23日 09:06 确认',
        open: true,
        children: accounts,
      },
      {
        key: 'print',
        state: 'done',
        title: '打印收据',
        result: '11月23日 09:12 开具',
        action: (
          <Button size="s" variant="plain" icon="download">
            下载PDF打印
          </Button>
        ),
      },
      {
        key: 'upload',
        state: 'current',
        title: '上传收据',
        result: '拍下盖好章的收据，拍照框与虚线裁剪框对齐。',
        children: <Button variant="primary">用这部手机拍照</Button>,
      },
      { key: 'paid', state: 'todo', title: '银行转账', result: '业务人员审核收据后办理' },
    ]}
  />
);

export function EnterpriseSample() {
  return (
    <EnterpriseFrame
      park={park}
      support={support}
      enterprise={enterprise}
      user={{ username: 'super', roleLabel: '超级用户' }}
      signOut={nothing}
      menu={enterpriseMenu}
    >
      <PageHead
        breadcrumb={[
          { label: '人才服务', href: '/talent' },
          { label: '人才服务用户空间', href: '/home' },
          { label: '人才资金拨付申请', href: '/disbursements' },
          { label: '待拨付资金列表', href: '/disbursements/list' },
          { label: '详情' },
        ]}
        title="高层次和紧缺人才招聘补贴"
        status={
          <Status tone="blue" icon="camera">
            待上传收据
          </Status>
        }
        meta={
          <>
            <span>受理编号 RC20260004215</span>
            <span>批次号 PC2026007</span>
            <span>引进人才 4 人</span>
          </>
        }
        aside={<HeadFigure figure={<Money fen={180_000_00} />} note="拨付金额　人民币壹拾捌万元整" />}
      />
      <Columns sideWidth="s" main={path} side={<Side />} />
    </EnterpriseFrame>
  );
}

function Side() {
  return (
    <>
      <Card title="接下来" compact>
        <Stack gap={4}>
          <IconList
            items={[
              { key: '1', icon: 'camera', title: '您：拍照并确认提交', note: '约 1 分钟', tone: 'now' },
              { key: '2', icon: 'clock', title: '业务人员：审核收据', note: '3 个工作日内，短信告知结果' },
              { key: '3', icon: 'bank', title: '财务：银行转账' },
            ]}
          />
          <Notice tone="amber" icon="clock">
            <b>2027年4月15日</b> 前提交，逾期本次拨付失效。
          </Notice>
        </Stack>
      </Card>
      <Card title="需要帮助" compact>
        <IconList items={[{ key: 'p', icon: 'phone', title: '400-000-0000', note: '工作日 9:00–17:00' }]} />
      </Card>
    </>
  );
}
