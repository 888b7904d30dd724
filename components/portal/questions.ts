import { FORMER_NAME_MONTHS } from '@/lib/enterprise/rules/former-name';

export const QUESTION_GROUPS = ['登录与账号', '注册与 CA', '申请与审核', '公示与异议', '拨付与收据'] as const;
export type QuestionGroup = (typeof QUESTION_GROUPS)[number];

export type Question = {
  /** Where links lead: /help#password. */
  readonly id: string;
  readonly group: QuestionGroup;
  readonly question: string;
  readonly answer: readonly string[];
};

/** 常见问题 about the site itself; those about one programme stand in its guide. */
export const QUESTIONS: readonly Question[] = [
  {
    id: 'password',
    group: '登录与账号',
    question: '忘记密码怎么办',
    answer: [
      'super 和经办人：在登录页点“忘记密码”，用绑定的手机或邮箱找回；也可以请本单位企业管理员在“员工管理”中重置。',
      'admin：在“忘记密码”中提交密码重置请求，业务人员回拨登记的电话核实，再由另一人复核，初始密码发到登记的手机。',
      '工作人员不会向您询问密码，也不要把原来的密码告诉任何人。',
    ],
  },
  {
    id: 'which-user',
    group: '登录与账号',
    question: '该用哪个用户名登录',
    answer: [
      '办理申请、打印收据用 super 或经办人账号。',
      'admin 是企业管理员，管理员工和企业信息，可以查看但不办理业务。',
    ],
  },
  {
    id: 'former-name',
    group: '登录与账号',
    question: '企业更名以后怎样登录',
    answer: [
      '变更获得同意后，请填新名称登录；填统一社会信用代码登录不受更名影响。',
      `原名称在 ${FORMER_NAME_MONTHS} 个月内仍可登录，期间另有企业使用该名称的除外。`,
    ],
  },
  {
    id: 'slow-down',
    group: '登录与账号',
    question: '提示“尝试次数过多”怎么办',
    answer: [
      '连续输错后，同一账号在同一网络下要等一会儿才能再试，等待时间会写在提示里。',
      '账号不会因此被锁定，到时间后用正确的密码登录即可。',
    ],
  },
  {
    id: 'signed-out',
    group: '登录与账号',
    question: '为什么用着用着要重新登录',
    answer: [
      '30 分钟没有操作会自动退出，登录满 12 小时也要重新登录。',
      '已保存的内容不会丢，重新登录后回到原来的页面。',
    ],
  },
  {
    id: 'two-keys',
    group: '注册与 CA',
    question: '江苏CA 和苏州CA 有什么不同',
    answer: [
      '江苏CA 是办税用的证书，一般在财务手里；苏州CA 是办公积金用的证书，一般在人事手里。',
      '两种证书办税或办公积金时都已发给企业，不用另外购买，任选一种即可，两种都有的建议用江苏CA。',
    ],
  },
  {
    id: 'no-key-found',
    group: '注册与 CA',
    question: '插上了 CA，电脑却检测不到',
    answer: [
      '先从本网站下载并装好该 CA 的驱动，重新插拔；同时装有两种驱动的，先退出另一种。',
      '浏览器询问是否允许访问本机时，选择允许。两种 CA 都不再需要 Internet Explorer。',
      '仍检测不到的，用“CA 体检”逐项检查，页面会说明卡在哪一步、该怎么办。',
    ],
  },
  {
    id: 'key-not-matched',
    group: '注册与 CA',
    question: '提示证书无效，或匹配不到统一社会信用代码',
    answer: [
      '多半是证书里的企业信息没有更新，不影响报税，但不能用来注册。',
      '先用“CA 体检”查清是哪一项，再带上 CA 和体检代码到窗口更新，更新后即可继续。',
    ],
  },
  {
    id: 'already-registered',
    group: '注册与 CA',
    question: '提示“该企业已注册”',
    answer: [
      '本单位已有账号，不必重新注册。',
      '忘记密码的按“忘记密码怎么办”办理，不清楚账号在谁手里的请联系技术支持。',
    ],
  },
  {
    id: 'administrator-left',
    group: '注册与 CA',
    question: '企业管理员离职了，怎么换人',
    answer: [
      '需要新的授权委托书（盖公章）、新管理员的身份证件（正反面，盖公章）、企业名称和新管理员的手机号。',
      '材料请按技术支持告知的方式提交，核对后由工作人员变更。',
    ],
  },
  {
    id: 'renamed',
    group: '注册与 CA',
    question: '营业执照上的名称或地址变了',
    answer: [
      '请准备新的营业执照和登记机关的变更证明，联系技术支持更新企业信息。',
      '已提交的申请、已开具的收据仍用原来的名称，此后的文书用新名称。',
    ],
  },
  {
    id: 'draft',
    group: '申请与审核',
    question: '填到一半关掉了页面，内容还在吗',
    answer: [
      '在。填写时自动保存在系统里，换一台电脑登录也能接着填。',
      '草稿不算申请，点“确认提交”并取得受理编号后才算。',
    ],
  },
  {
    id: 'returned',
    group: '申请与审核',
    question: '申请被退回了怎么办',
    answer: [
      '登录后从“我的待办”进入，系统会带您到每一条意见对应的位置。',
      '请在期限前改好并重新提交；逾期没有提交的，本次办理结束。',
    ],
  },
  {
    id: 'progress',
    group: '申请与审核',
    question: '不登录能查进度吗',
    answer: ['能。用受理编号和统一社会信用代码后 6 位查询，只显示状态和日期。', '审核意见、材料和金额要登录后查看。'],
  },
  {
    id: 'objection',
    group: '公示与异议',
    question: '对公示名单有异议，怎样提出',
    answer: [
      '请在公示期内署名提出，写明事实、理由和联系方式，按公示页上的电话或地址送达。',
      '匿名反映的作为线索核查，不按异议程序答复。',
    ],
  },
  {
    id: 'objection-result',
    group: '公示与异议',
    question: '异议成立会怎样',
    answer: ['只停止该名人才的补贴，同一份申请的其他人不受影响。'],
  },
  {
    id: 'disbursement',
    group: '拨付与收据',
    question: '公示结束后，怎样领到补贴',
    answer: [
      '资金拨付启动后会通知申请时选择的联系人。',
      '依次进入人才服务、人才服务用户空间、苏州工业园区人才信息枢纽平台、人才资金拨付申请，按步骤办理。',
    ],
  },
  {
    id: 'account-changed',
    group: '拨付与收据',
    question: '打印收据以后还能换账户吗',
    answer: ['可以。更换后原收据作废，要重新打印、盖章、拍照上传。', '收据上传后须先取回，才能再调整。'],
  },
  {
    id: 'phone-camera',
    group: '拨付与收据',
    question: '手机扫码后打不开相机',
    answer: [
      '可以改用“拍照或从相册选取”，不影响办理。',
      '二维码 10 分钟内有效，过期后在电脑上刷新；手机页面不会要求您登录或填写短信验证码。',
    ],
  },
];
