'use client';

import type { DeskObjection } from '@/lib/objection/rules/desk-view';
import { ActConfirm, type Act } from '../disbursement/act-confirm';
import { Row } from '../ui/layout';

export type ObjectionActions = Readonly<
  Record<'accept' | 'notAccept' | 'uphold' | 'dismiss' | 'hold' | 'ask' | 'note', Act>
>;

const ANSWER = { name: 'answer', label: '答复异议人', kind: 'text' as const, hint: '以短信、邮件告知，凭编号可查' };

/** What this person may do now: accept or not, or decide. */
export function ObjectionActs({ view, acts }: { view: DeskObjection; acts: ObjectionActions }) {
  if (view.status === 'RECEIVED' && view.mayHandle) return <AcceptActs view={view} acts={acts} />;
  if (view.status === 'HANDLING' && view.mayDecide) return <DecideActs view={view} acts={acts} />;
  return null;
}

function AcceptActs({ view, acts }: { view: DeskObjection; acts: ObjectionActions }) {
  const shared = { thing: `异议　${view.number}`, fields: { id: view.id } };
  return (
    <Row gap={2}>
      <ActConfirm
        {...shared}
        act={acts.notAccept}
        label="不予受理"
        look={{ variant: 'plain', size: 's' }}
        title="不予受理？"
        consequence="没有具体事实，或与本公示无关的，不予受理。理由告知异议人，本件就此办结。"
        confirmLabel="不予受理"
        danger
        asks={[{ ...ANSWER, label: '理由（告知异议人）' }]}
      />
      <ActConfirm
        {...shared}
        act={acts.accept}
        label="受理"
        look={{ variant: 'primary', size: 's' }}
        title="受理这件异议？"
        consequence="由您核查，决定期限从今天起算。办结前，相关申请不转入拨付。"
        confirmLabel="受理"
      />
    </Row>
  );
}

function DecideActs({ view, acts }: { view: DeskObjection; acts: ObjectionActions }) {
  const shared = { thing: `异议　${view.number}`, fields: { id: view.id } };
  const places = { name: 'places', label: '撤出的序号', hint: '如 3、5。整份名单有误的留空，另行提请撤下名单' };
  return (
    <Row gap={2}>
      <ActConfirm
        {...shared}
        act={acts.dismiss}
        label="异议不成立"
        look={{ variant: 'plain', size: 's' }}
        title="异议不成立？"
        consequence="名单不变。本件办结后，申请期满即转入待拨付。"
        confirmLabel="异议不成立"
        asks={[ANSWER]}
      />
      <ActConfirm
        {...shared}
        act={acts.uphold}
        label="异议成立"
        look={{ variant: 'primary', size: 's' }}
        title="异议成立？"
        consequence={consequenceOf(view)}
        confirmLabel="异议成立"
        danger
        asks={[
          ...(view.isWholeList ? [places] : []),
          { name: 'reason', label: '理由（告知申报单位）', kind: 'text', hint: '不要写异议人的姓名和联系方式' },
          ANSWER,
        ]}
      />
    </Row>
  );
}

function consequenceOf({ isWholeList, subjects }: DeskObjection): string {
  if (isWholeList) return '所填序号的人才停止补贴，名单上注明“已撤出公示”。';
  const names = subjects.map(({ talentName }) => talentName).join('、');
  return `只停止${names}的补贴，金额随之核减，同一申请的其他人才不受影响；名单上注明“已撤出公示”。已经付款的，只记录在案。`;
}
