import { partLabel } from '@/lib/application/rules/part-keys';
import type { SnapshotAttachment, SnapshotTalent } from '@/lib/application/rules/snapshot';
import { STAFF_STATUS } from '@/lib/application/rules/labels';
import { paths } from '@/lib/kernel/paths';
import type { CaseView } from './case-view';
import type { DeskCheck, DeskRow } from './desk';
import { capCheck } from './desk-checks';
import type { EnterpriseTwin, PersonElsewhere, Twin } from './elsewhere';

function row(label: string, value: string, checks: readonly DeskCheck[]): DeskRow {
  return { pin: null, label, value, checks, isChanged: false, proof: null, reveal: null };
}

/**
 * What the system knows of a talent beyond the form: granted before, handed in by somebody else too, the cap, and files
 * and telephones that stand elsewhere.
 */
export function systemRows(talent: SnapshotTalent, view: CaseView): DeskRow[] {
  const cap = capCheck(talent, view);
  return [
    onceRow(talent, view),
    row('年度上限', cap.value, [cap.check]),
    ...personRow(talent, view),
    ...mobileRow(talent, view),
    ...fileRows(talent.id, view),
  ];
}

/** The same for what belongs to the enterprise: its account, its contact's telephone and its own papers. */
export function enterpriseRows(view: CaseView): DeskRow[] {
  const { accounts, contacts } = view.elsewhere;
  return [
    accounts.length > 0
      ? row(
          '收款账户',
          '与其他企业相同',
          accounts.map((twin) => enterpriseCheck('收款账户', twin)),
        )
      : row('收款账户', '未见于其他企业', [{ tone: 'passed', text: '按账号比对' }]),
    contacts.length > 0
      ? row(
          '联系手机',
          '与其他企业相同',
          contacts.map((twin) => enterpriseCheck('联系人手机', twin)),
        )
      : row('联系手机', '未见于其他企业', [{ tone: 'passed', text: '按手机号码比对' }]),
    ...fileRows(null, view),
  ];
}

function onceRow(talent: SnapshotTalent, view: CaseView): DeskRow {
  const other = view.grantedElsewhere[talent.id];
  return other
    ? row('重复享受', '已享受过本项补贴', [
        { tone: 'failed', text: `已在 ${other.number} 中核定`, href: paths.staffApplication(other.id) },
      ])
    : row('重复享受', '本事项无核定记录', [{ tone: 'passed', text: '按证件类型和号码比对' }]);
}

/** Other cases of the same person; one that another enterprise handed in has to be looked at. */
function personRow({ id }: SnapshotTalent, { elsewhere }: CaseView): DeskRow[] {
  const found = elsewhere.persons[id] ?? [];
  if (found.length === 0) return [row('本人申请', '没有其他申请', [{ tone: 'passed', text: '按证件类型和号码比对' }])];
  return [row('本人申请', `另有 ${found.length} 件`, found.map(personCheck))];
}

function personCheck({ id, number, enterpriseName, isOwn, status, supported }: PersonElsewhere): DeskCheck {
  const said = supported === null ? '' : supported ? '，本人支持' : '，本人不予支持';
  return {
    tone: isOwn ? 'note' : 'open',
    text: `${number}${isOwn ? '' : `，${enterpriseName}`}，${STAFF_STATUS[status].word}${said}`,
    href: paths.staffApplication(id),
  };
}

function mobileRow({ id }: SnapshotTalent, { elsewhere }: CaseView): DeskRow[] {
  const found = elsewhere.mobiles[id] ?? [];
  if (found.length === 0) return [];
  return [
    row(
      '相同手机',
      '他人也用此号码',
      found.map((twin) => twinCheck(twin, 'open')),
    ),
  ];
}

function twinCheck({ id, number, enterpriseName, isOwn, maskedName }: Twin, tone: DeskCheck['tone']): DeskCheck {
  const whose = [isOwn ? '本单位' : enterpriseName, maskedName].filter(Boolean).join('，');
  return { tone, text: `${number}，${whose}`, href: paths.staffApplication(id) };
}

function enterpriseCheck(what: string, { enterpriseName, masked, case: one }: EnterpriseTwin): DeskCheck {
  return {
    tone: 'open',
    text: `${what}与${enterpriseName}相同${one ? `，见 ${one.number}` : ''}`,
    proof: masked,
    ...(one && { href: paths.staffApplication(one.id) }),
  };
}

/** Papers of this part that are the same file as another one here, or in another case. */
function fileRows(talentId: string | null, view: CaseView): DeskRow[] {
  return view.snapshot.attachments
    .filter((file) => file.talentId === talentId)
    .flatMap((file) => {
      const checks = [...twinHere(file, view), ...twinsElsewhere(file, view)];
      const label = view.config.requirements.find(({ id }) => id === file.requirementId)?.label ?? '';
      return checks.length > 0 ? [row('相同文件', label, checks)] : [];
    });
}

function twinHere(file: SnapshotAttachment, { snapshot, config }: CaseView): DeskCheck[] {
  const twin = snapshot.attachments.find((one) => one.sha256 === file.sha256 && one.id !== file.id);
  if (!twin) return [];
  const { requirementId, talentId } = twin;
  const where = partLabel({ kind: 'attachment', requirementId, talentId }, snapshot, config);
  return [{ tone: 'note', text: `与“${where}”为同一文件` }];
}

/** A paper that an enterprise uses again is a hint; one that another enterprise handed in has to be looked at. */
function twinsElsewhere({ sha256 }: SnapshotAttachment, { elsewhere }: CaseView): DeskCheck[] {
  return (elsewhere.files[sha256] ?? []).map((twin) => twinCheck(twin, twin.isOwn ? 'note' : 'open'));
}
