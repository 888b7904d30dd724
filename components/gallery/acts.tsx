import { announce } from '../ui/announcer';
import { Button, IconButton, LinkButton } from '../ui/button';
import { Card } from '../ui/card';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { DialogButton, DialogClose } from '../ui/dialog';
import { Icon } from '../ui/icon';
import { ICON_PATHS, type IconName } from '../ui/icon-paths';
import { Row, Stack } from '../ui/layout';
import { Money } from '../ui/money';
import { Notice } from '../ui/notice';
import { Count, Kbd, Status, Tag } from '../ui/status';
import { SubmitButton } from '../ui/submit-button';
import { nothing } from './samples';

const isIconName = (name: string): name is IconName => Object.hasOwn(ICON_PATHS, name);

function Notices() {
  return (
    <Stack gap={3}>
      <Notice
        look="bar"
        tone="amber"
        title="按 4 条意见修改，再重新提交"
        actions={<Button variant="primary">按意见修改</Button>}
      >
        请在 <b>2026年11月30日 24:00</b> 前完成，未列出的内容不用改。
      </Notice>
      <Notice tone="amber" title="更换账户后，第 2 版收据将作废">
        <ul>
          <li>SJ20260001876 第 2 版不能再上传</li>
          <li>须打印第 3 版，重新盖章和拍照</li>
        </ul>
      </Notice>
      <Notice tone="blue">预计不等于核定，以审核结果为准。</Notice>
      <Notice tone="green" title="已提交，受理编号 RC20260005038" />
      <Notice tone="red" title="没有保存">
        网络断开，恢复后自动保存。
      </Notice>
      <Notice look="line" tone="amber" icon="warn">
        调整任何一项，第 2 版收据即作废。
      </Notice>
    </Stack>
  );
}

function Dialogs() {
  return (
    <Card title="对话框">
      <Row gap={3}>
        <DialogButton
          label="调整联系人"
          look={{ variant: 'plain' }}
          title="调整联系人"
          footNote="下一步：短信验证 138****0000。"
          foot={
            <>
              <DialogClose>不更换</DialogClose>
              <Button variant="primary">更换联系人</Button>
            </>
          }
        >
          <Notice tone="amber" title="更换联系人后，第 2 版收据将作废" />
        </DialogButton>
        <ConfirmDialog
          label="确认提交"
          look={{ variant: 'primary' }}
          title="确认提交补贴申请？"
          thing="高层次和紧缺人才招聘补贴，6 人"
          amount={<Money fen={220_000_00} />}
          consequence="提交后进入审核，审核期间不能修改。"
          undoUntil="业务人员受理前可撤回。"
          confirmLabel="确认提交"
          action={nothing}
        />
        <form action={nothing}>
          <SubmitButton pendingLabel="正在保存">保存账户</SubmitButton>
        </form>
        <Button onClick={() => announce('已复制链接')}>复制链接</Button>
      </Row>
    </Card>
  );
}

const actsGallery = (
  <Stack gap={6}>
    <Card title="按钮">
      <Stack>
        <Row gap={3}>
          <Button variant="primary">在线办理</Button>
          <Button>继续填写</Button>
          <Button variant="plain" icon="download">
            下载PDF打印
          </Button>
          <Button variant="quiet" icon="eye">
            查看
          </Button>
          <Button variant="danger" icon="trash">
            移除
          </Button>
          <Button variant="primary" pending>
            正在提交
          </Button>
          <Button disabled>不可用</Button>
        </Row>
        <Row gap={3}>
          <Button size="s" variant="primary">
            按意见修改
          </Button>
          <Button size="s" variant="plain">
            调整银行账户
          </Button>
          <Button size="s" variant="quiet">
            修改
          </Button>
          <LinkButton size="l" variant="primary" href="#next" iconAfter="chevron-right">
            下一步
          </LinkButton>
          <IconButton label="上一位" icon="chevron-left" outlined />
          <IconButton label="关闭" icon="close" />
        </Row>
      </Stack>
    </Card>
    <Card title="状态">
      <Row gap={3}>
        <Status tone="neutral" icon="pen">
          未提交
        </Status>
        <Status tone="blue" icon="camera">
          待上传收据
        </Status>
        <Status tone="green">完成</Status>
        <Status tone="amber" icon="undo">
          已退回待修改
        </Status>
        <Status tone="red">2 项不符</Status>
        <Status tone="amber" look="text">
          差 3 项
        </Status>
        <Status tone="green" look="text">
          全部通过
        </Status>
        <Status tone="blue" look="large" icon="clock">
          审核中
        </Status>
        <Tag>第 2 次提交</Tag>
        <Tag tone="blue">建议</Tag>
        <Count n={4} />
        <Count n={1} strong />
        <Kbd>Enter</Kbd>
      </Row>
    </Card>
    <Notices />
    <Dialogs />
    <Card title="图标">
      <Row gap={4}>
        {Object.keys(ICON_PATHS)
          .filter(isIconName)
          .map((name) => (
            <Icon key={name} name={name} size="l" label={name} />
          ))}
      </Row>
    </Card>
  </Stack>
);

export function ActsGallery() {
  return actsGallery;
}
