import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { maskedOf } from '@/lib/db/sealed';
import { shanghaiDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import * as desk from './desk-store';
import type { ClueLine, DeskObjection, ObjectionLine, ObjectionView } from './rules/desk-view';

/** The objections of one view of the desk with its counts, the one due first at the top. */
export async function deskObjections(
  ctx: Context<StaffActor>,
  view: ObjectionView,
): Promise<{ rows: ObjectionLine[]; clues: ClueLine[]; counts: Readonly<Record<ObjectionView, number>> }> {
  authorise(ctx.actor, 'objection.read');
  const [rows, clues, counts] = await Promise.all([
    view === 'clues' ? [] : desk.objectionsIn(ctx.db, view),
    view === 'clues' ? desk.recentClues(ctx.db) : [],
    desk.countsOf(ctx.db),
  ]);
  const masked = await maskedOf(
    ctx.db,
    'objection',
    rows.map(({ id }) => id),
  );
  const today = shanghaiDayOf(ctx.now);
  return {
    counts,
    clues: clues.map(({ notice, ...clue }) => ({ ...clue, noticeId: notice.id, noticeNumber: notice.number })),
    rows: rows.map((row) => {
      const due = row.status === 'RECEIVED' ? row.acceptDueOn : row.status === 'HANDLING' ? row.decideDueOn : null;
      return {
        ...{ id: row.id, number: row.number, status: row.status, isLate: row.isLate, via: row.via },
        ...{ receivedAt: row.receivedAt, decidedAt: row.decidedAt, noticeNumber: row.notice.number },
        about: aboutOf(row),
        objector: masked.get(row.id)?.name ?? '',
        dueOn: due === null ? null : shanghaiDay(due),
        isOverdue: due !== null && due < today,
      };
    }),
  };
}

function aboutOf(row: desk.ListedObjection): string {
  if (row.isWholeList && row.subjects.length === 0) return '整份名单';
  return row.subjects.map(({ entry }) => `${entry.position}　${entry.enterpriseName}`).join('；');
}

/** One objection with all that is needed to handle and decide it; null when there is none. Who objected is masked. */
export async function deskObjection(ctx: Context<StaffActor>, id: string): Promise<DeskObjection | null> {
  authorise(ctx.actor, 'objection.read');
  const row = await desk.objectionForDesk(ctx.db, id);
  if (!row) return null;
  const [masked, names, talents, cases] = await Promise.all([
    maskedOf(ctx.db, 'objection', [id]),
    desk.namesOfStaff(
      ctx.db,
      [row.takenById, row.decidedById, ...row.notes.map(({ byId }) => byId)].filter((one) => one !== null),
    ),
    desk.namesOfTalents(
      ctx.db,
      row.subjects.map(({ talentId }) => talentId),
    ),
    desk.casesToAsk(ctx.db, row),
  ]);
  const { name = '', telephone = '', email = null } = masked.get(id) ?? {};
  return {
    ...{ id, number: row.number, status: row.status, isWholeList: row.isWholeList, isLate: row.isLate, via: row.via },
    ...{ facts: row.facts, receivedAt: row.receivedAt, takenAt: row.takenAt, decidedAt: row.decidedAt },
    notice: row.notice,
    acceptDueOn: shanghaiDay(row.acceptDueOn),
    decideDueOn: row.decideDueOn === null ? null : shanghaiDay(row.decideDueOn),
    holdScope: row.holdScope,
    answer: row.answer,
    objector: { name, telephone, email },
    takenBy: row.takenById && (names.get(row.takenById) ?? ''),
    decidedBy: row.decidedById && (names.get(row.decidedById) ?? ''),
    subjects: row.subjects.map(({ entry, application, talentId, outcome }) => ({
      ...{ place: entry.position, enterpriseName: entry.enterpriseName, outcome },
      ...{ caseId: application.id, caseNumber: application.number ?? '', caseStatus: application.status },
      talentName: talents.get(talentId) ?? '',
      amountFen: Number(entry.amountFen),
    })),
    papers: row.papers.filter(({ statementId }) => statementId === null).map(({ file }) => file),
    notes: row.notes.map(({ id: noteId, byId, at, text }) => ({ id: noteId, at, text, by: names.get(byId) ?? '' })),
    statements: row.statements.map(({ application, dueOn, papers, ...said }) => ({
      ...{ id: said.id, allegation: said.allegation, text: said.text, askedAt: said.askedAt, givenAt: said.givenAt },
      ...{ dueOn: shanghaiDay(dueOn), enterpriseName: application.enterprise.name },
      papers: papers.map(({ file }) => file),
    })),
    toAsk: cases,
    mayHandle: may(ctx.actor, 'objection.handle'),
    mayDecide: may(ctx.actor, 'objection.decide', { madeBy: [row.takenById] }),
  };
}

/** How many objections stand against a notice, open ones apart. */
export async function objectionsAgainst(ctx: Context<StaffActor>, noticeId: string) {
  authorise(ctx.actor, 'notice.read');
  const [all, open] = await Promise.all([
    ctx.db.objection.count({ where: { noticeId } }),
    ctx.db.objection.count({ where: { noticeId, status: { in: ['RECEIVED', 'HANDLING'] } } }),
  ]);
  return { all, open };
}
