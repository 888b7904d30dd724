import type { Explanations } from '@/lib/access/refusals';
import { formatBytes } from '@/lib/files/rules/upload-limits';
import { paths } from '@/lib/kernel/paths';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { formatDay } from '@/lib/kernel/shanghai-day';
import { EXTENSION_DAYS } from './deadlines';
import type { Obstacle } from './obstacles';
import { MAX_APPLICATION_BYTES } from './upload-limits';

/**
 * Expected refusals of what an enterprise does to its application. `held` and the like are common to all areas; what is
 * wrong with a file's bytes stands in lib/files/rules/refusals.ts.
 */
export type ApplicationRefusal =
  | { readonly code: 'file-too-many'; readonly label: string; readonly limit: number }
  | { readonly code: 'file-not-asked-for' }
  | { readonly code: 'application-full' }
  /** The same bytes are attached elsewhere in this application; may be attached again when that is meant. */
  | { readonly code: 'file-already-attached'; readonly where: string }
  | { readonly code: 'window-not-open'; readonly opensOn: ShanghaiDay }
  | { readonly code: 'window-closed'; readonly closesOn: ShanghaiDay; readonly mayWithdraw?: boolean }
  | { readonly code: 'obstacles'; readonly applicationId: string; readonly obstacles: readonly Obstacle[] }
  | { readonly code: 'instructions-not-accepted'; readonly programme: string }
  | { readonly code: 'nothing-to-carry' }
  | { readonly code: 'version-moved'; readonly applicationId: string }
  | { readonly code: 'deadline-passed'; readonly deadline: ShanghaiDay }
  | { readonly code: 'already-claimed' }
  | { readonly code: 'not-editable'; readonly now: string }
  | { readonly code: 'talent-limit'; readonly limit: number }
  | {
      readonly code: 'person-already-granted';
      readonly talents: readonly { readonly id: string; readonly name: string }[];
    }
  | { readonly code: 'duplicate-person'; readonly name: string; readonly otherName: string }
  | { readonly code: 'contact-missing'; readonly applicationId: string }
  | { readonly code: 'stale-revision' }
  | { readonly code: 'extension-asked-before' }
  | { readonly code: 'extension-too-late'; readonly lastDay: ShanghaiDay }
  | { readonly code: 'appealed-before' }
  | { readonly code: 'appeal-too-late'; readonly lastDay: ShanghaiDay }
  | { readonly code: 'superseded' }
  /** Characters that the typefaces of printed papers do not have. */
  | { readonly code: 'cannot-be-printed'; readonly characters: readonly string[] };

export const explainApplication: Explanations<ApplicationRefusal> = {
  'file-too-many': ({ label, limit }) => ({
    title: '文件数量已满',
    why: `${label}最多 ${limit} 个文件。`,
    next: [{ label: '请先移除不需要的文件，或合并为一个 PDF' }],
  }),
  'file-not-asked-for': () => ({
    title: '不需要这项材料',
    why: '按目前填写的内容，本申请不需要这项材料。',
    next: [{ label: '刷新页面，按最新的材料清单上传' }],
  }),
  'cannot-be-printed': ({ characters }) => ({
    title: '暂时不能生成 PDF',
    why: `以下字不在打印字库中：${characters.join('、')}。`,
    next: [{ label: '请用该材料的“打印模板”打印，或联系技术支持补充字库' }],
  }),
  'application-full': () => ({
    title: '附件总量已满',
    why: `一份申请的附件合计不超过 ${formatBytes(MAX_APPLICATION_BYTES)}。`,
    next: [{ label: '请压缩或移除不需要的文件' }],
  }),
  'file-already-attached': ({ where }) => ({
    title: '重复的文件',
    why: `此文件已附在 ${where}，请核对是否选错。`,
    next: [{ label: '确实要用同一份文件的，点“仍要附上”' }],
  }),
  'window-not-open': ({ opensOn }) => ({
    title: '尚未开始受理',
    why: `本事项自 ${formatDay(opensOn)} 0:00 起受理。`,
    next: [{ label: '可先阅读办事指南，准备材料' }],
  }),
  'window-closed': ({ closesOn, mayWithdraw }) => ({
    title: '本期已截止',
    why: `受理时间至 ${formatDay(closesOn)} 24:00（北京时间），现已结束。`,
    next: [{ label: mayWithdraw ? '已提交的申请只能撤回，不能再取回修改' : '草稿会保留，下一期可从草稿开始' }],
  }),
  obstacles: ({ applicationId, obstacles }) => ({
    title: '尚未提交',
    why: `还有 ${obstacles.length} 项需要补充或更正，补齐后再确认提交。`,
    next: obstacles
      .slice(0, 20)
      .map(({ label, step, part }) => ({ label, href: paths.edit(applicationId, step, part) })),
    fields: Object.fromEntries(obstacles.map(({ part, text }) => [part, text])),
  }),
  'instructions-not-accepted': ({ programme }) => ({
    title: '请先阅读申请说明',
    why: '提交前须阅读并同意本期的申请说明。',
    next: [{ label: '阅读申请说明', href: paths.apply(programme) }],
  }),
  'nothing-to-carry': () => ({
    title: '没有带入任何内容',
    why: '您没有选中任何一项，或选中的内容已在这份草稿里。',
    next: [{ label: '请至少选择一项，或直接开始填写' }],
  }),
  'version-moved': ({ applicationId }) => ({
    title: '配置又有更新',
    why: '您查看差别之后，又发布了新的版本。',
    next: [{ label: '查看最新的差别', href: paths.newVersion(applicationId) }],
  }),
  'deadline-passed': ({ deadline }) => ({
    title: '已过补正期限',
    why: `补正期限至 ${formatDay(deadline)} 24:00，现已结束。`,
    next: [{ label: `${EXTENSION_DAYS} 天内可以申请延期一次，请联系业务窗口` }],
  }),
  'already-claimed': () => ({
    title: '不能撤回',
    why: '业务人员已经开始审核这次提交，不能再取回或撤回。',
    next: [{ label: '如需更正，请联系业务窗口，由业务人员退回' }],
  }),
  'not-editable': ({ now }) => ({
    title: '现在不能修改',
    why: `本申请目前是“${now}”，只有草稿和退回待修改时可以修改。`,
    next: [{ label: '刷新查看最新状态' }],
  }),
  'talent-limit': ({ limit }) => ({
    title: '人数已满',
    why: `一份申请最多 ${limit} 人。`,
    next: [{ label: '请移除不再申请的人员后再添加' }],
  }),
  'person-already-granted': ({ talents }) => ({
    title: '有人员已享受过本项补贴',
    why: `${talents.map(({ name }) => name).join('、')}已享受过本项补贴，同一人才只补贴一次。`,
    next: [{ label: '请移除该人员，或核对证件号码' }, { label: '认为有误的，可勾选“仍要提交”，由业务人员核实' }],
  }),
  'duplicate-person': ({ name, otherName }) => ({
    title: '人员重复',
    why: `${name}与名单中的${otherName}证件号码相同。`,
    next: [{ label: '请核对证件号码，或移除其中一位' }],
  }),
  'contact-missing': ({ applicationId }) => ({
    title: '尚未选择联系人',
    why: '审核结果会以邮件和短信通知联系人，提交前须选定一位。',
    next: [{ label: '选择联系人', href: paths.edit(applicationId, 'contact') }],
  }),
  superseded: () => ({
    title: '已有更新的内容',
    why: '本窗口之后填写的内容已经先到，这一次不再写入。',
    next: [{ label: '无需操作，页面会自动核对' }],
  }),
  'stale-revision': () => ({
    title: '内容已在别处更新',
    why: '这份申请刚刚在另一个页面或由同事修改过，您看到的不是最新内容。',
    next: [{ label: '刷新后核对，再继续操作' }],
  }),
  'extension-asked-before': () => ({
    title: '已经申请过延期',
    why: '一件申请只能申请延期一次。',
    next: [{ label: '查看延期申请的答复' }],
  }),
  'extension-too-late': ({ lastDay }) => ({
    title: '已过申请延期的期限',
    why: `延期申请须在 ${formatDay(lastDay)} 24:00 前提出，现已结束。`,
    next: [{ label: '下一期受理时可以重新申请' }],
  }),
  'appealed-before': () => ({
    title: '已经申请过复核',
    why: '一件申请只能申请复核一次。',
    next: [{ label: '也可以按不予支持通知书所列途径救济' }],
  }),
  'appeal-too-late': ({ lastDay }) => ({
    title: '已过申请复核的期限',
    why: `复核申请须在 ${formatDay(lastDay)} 24:00 前提出，现已结束。`,
    next: [{ label: '也可以按不予支持通知书所列途径救济' }],
  }),
};
