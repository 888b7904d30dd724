import { formatDay } from '@/lib/kernel/shanghai-day';
import { answerDueOn } from './change-due';
import type { ChangeKind } from './change-form';
import { FORMER_NAME_MONTHS } from './former-name';
import type { ChangeRequestStatus } from './states';

type ChangeStanding = {
  readonly kind: ChangeKind;
  readonly status: ChangeRequestStatus;
  readonly submittedAt: Date | null;
};
type Label = { readonly word: string; readonly tone: 'neutral' | 'blue' | 'green' | 'amber' | 'red' };

export const CHANGE_STATUS: Readonly<Record<ChangeRequestStatus, Label>> = {
  DRAFT: { word: '填写中', tone: 'amber' },
  RECEIVED: { word: '已收到，待核对', tone: 'blue' },
  IN_CHECK: { word: '核对中', tone: 'blue' },
  PROPOSED: { word: '已核实，待复核', tone: 'blue' },
  GRANTED: { word: '已同意', tone: 'green' },
  REFUSED: { word: '未同意', tone: 'red' },
  RETURNED: { word: '退回补正', tone: 'amber' },
  WITHDRAWN: { word: '已撤回', tone: 'neutral' },
};

/** What happens next and by when, in the enterprise's words. */
export function nextOfChange({ kind, status, submittedAt }: ChangeStanding): string {
  const by = submittedAt ? `一般 ${formatDay(answerDueOn(submittedAt))}前答复` : '一般两个工作日内答复';
  switch (status) {
    case 'DRAFT':
      return '填好内容、上传材料后提交。内容随存随在，可以以后再来。';
    case 'RECEIVED':
      return `综合窗口按先后核对，${by}。核对前可以撤回。`;
    case 'IN_CHECK':
      return `业务人员正在核对，${by}，结果会以短信和邮件告知。`;
    case 'PROPOSED':
      return `已由一位业务人员核实，另一位正在复核，${by}。`;
    case 'RETURNED':
      return '请按答复补正后重新提交，不必另开请求。';
    case 'GRANTED':
      return kind === 'ENTERPRISE_INFO'
        ? `登记信息已更新。已提交的申请和已开具的文书仍用原名称。更名的，原名称 ${FORMER_NAME_MONTHS} 个月内仍可登录。`
        : '新的初始密码已发到手机，72 小时内登录并修改。';
    case 'REFUSED':
      return '没有作任何变更。如有新的材料，可以再提请求。';
    case 'WITHDRAWN':
      return '没有作任何变更。需要时可以再提请求。';
  }
}
