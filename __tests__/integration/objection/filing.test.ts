import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Denied } from '@/lib/access/authorise';
import { caseStatus } from '@/lib/application/case-queries';
import { fileForReading } from '@/lib/application/file-queries';
import { myMessages, openMatters } from '@/lib/enterprise/home-queries';
import { tell } from '@/lib/messaging/commands/tell';
import { askStatement } from '@/lib/objection/commands/ask-statement';
import { upholdObjection } from '@/lib/objection/commands/decide-objection';
import { fileObjection } from '@/lib/objection/commands/file-objection';
import { giveStatement } from '@/lib/objection/commands/give-statement';
import { lookUpObjection } from '@/lib/objection/commands/look-up-objection';
import { noteObjection } from '@/lib/objection/commands/note-objection';
import { forgetUnsentPapers } from '@/lib/objection/commands/forget-unsent-papers';
import { uploadPublicPaper, uploadStatementPaper } from '@/lib/objection/commands/upload-paper';
import { objectionFile } from '@/lib/objection/file-queries';
import { myStatements } from '@/lib/objection/own-queries';
import { objectionReceipt } from '@/lib/objection/public-queries';
import { deskObjection, deskObjections } from '@/lib/objection/queries';
import { aProofPaper, done } from '../../builders/disbursement';
import { anObjection, FACTS, filing, OBJECTOR } from '../../builders/objection';
import { streamOf } from '../../builders/stream-of';
import { dayAfter, MONDAY, objectionWorld, UPHELD, type NoticedCase, type ObjectionWorld } from './objection-world';

jest.setTimeout(120_000);

let world: ObjectionWorld;
let one: NoticedCase;
beforeAll(async () => {
  world = await objectionWorld();
  one = await world.noticed();
});
afterAll(() => world.drop());

const paperOf = async (ticket: string) =>
  done(
    'upload',
    await uploadPublicPaper(world.visitor(), { number: one.notice, ticket, name: '截图.pdf' }, streamOf(aProofPaper())),
  ).fileId;

describe('what the public files', () => {
  it('by name is numbered, sealed and has its days; the papers go with it and nowhere else', async () => {
    const ticket = crypto.randomUUID();
    const fileIds = [await paperOf(ticket)];
    const id = await anObjection(world.visitor(), { number: one.notice, place: 1, ticket, fileIds });
    const row = await world.objection(id);
    expect(row).toMatchObject({ status: 'RECEIVED', acceptDueOn: '2026-11-30', isLate: false, via: 'ONLINE' });
    expect(row.number).toMatch(/^YY2026\d{7}$/);
    const everything = JSON.stringify(await world.db.sealedValue.findMany({ where: { rowId: id } }));
    expect(JSON.stringify(row) + everything).not.toMatch(/郑明义|13800000099|zheng@/);
    const again = await fileObjection(
      world.visitor(),
      await filing(world.visitor(), { number: one.notice, place: 1, fileIds }),
    );
    expect(again).toEqual({ ok: false, refusal: { code: 'papers-gone' } });
    expect(await objectionFile(world.people.notice, fileIds[0] ?? '', 'view')).not.toBeNull();
    expect(await objectionFile(world.people.first1, fileIds[0] ?? '', 'view')).toBeNull();
    expect(await fileForReading(world.people.first1, fileIds[0] ?? '', 'view')).toBeNull();
    expect(await objectionFile(world.clerkOf(one.enterprise), fileIds[0] ?? '', 'view')).toBeNull();
  });

  it('is forgotten a day later where the form was never sent; what was sent stays', async () => {
    const [sent, left] = [crypto.randomUUID(), crypto.randomUUID()];
    const fileIds = [await paperOf(sent)];
    await anObjection(world.visitor(), { number: one.notice, place: 1, ticket: sent, fileIds });
    const unsent = await paperOf(left);
    const { keptKey } = await world.db.storedFile.findUniqueOrThrow({ where: { id: unsent } });
    expect(await forgetUnsentPapers(world.clock(new Date(MONDAY.getTime() + 23 * 3_600_000)))).toBe(0);
    expect(await forgetUnsentPapers(world.clock(new Date(MONDAY.getTime() + 25 * 3_600_000)))).toBe(1);
    expect(await world.db.storedFile.count({ where: { id: unsent } })).toBe(0);
    expect(await world.visitor().ports.files.get(keptKey)).toBeNull();
    expect(await world.db.storedFile.count({ where: { id: fileIds[0] ?? '' } })).toBe(1);
  });

  it('without a name is a hint: no number, no clock, nothing waits for it', async () => {
    const before = await world.db.objection.count();
    const visitor = world.visitor();
    const filed = await fileObjection(
      visitor,
      await filing(visitor, { number: one.notice, place: 2, manner: 'anonymous' }),
    );
    expect(filed).toEqual({ ok: true, value: { kind: 'clue' } });
    expect(await world.db.objection.count()).toBe(before);
    const { clues, counts } = await deskObjections(world.people.notice, 'clues');
    expect([clues.at(0)?.facts, counts.clues]).toEqual([FACTS, 1]);
  });

  it('is taken while the notice runs, about a line that stands, with a code for this form, and not too often', async () => {
    const late = world.visitor(dayAfter('2026-11-30'));
    const over = await fileObjection(late, await filing(late, { number: one.notice, place: 1 }));
    expect(over).toEqual({ ok: false, refusal: { code: 'notice-over' } });
    const visitor = world.visitor();
    const beyond = await fileObjection(visitor, await filing(visitor, { number: one.notice, place: 9 }));
    expect(beyond).toEqual({ ok: false, refusal: { code: 'no-such-line' } });
    const used = await filing(visitor, { number: one.notice, place: 9 });
    await fileObjection(visitor, used);
    expect(await fileObjection(visitor, used)).toEqual({ ok: false, refusal: { code: 'picture-code-stale' } });
    let last;
    for (let tries = 0; tries < 12; tries += 1) {
      last = await fileObjection(visitor, await filing(visitor, { number: one.notice, place: 9 }));
    }
    expect(last).toMatchObject({ ok: false, refusal: { code: 'too-many-tries' } });
  });

  it('is looked up by number and the end of the telephone, five times an hour', async () => {
    const id = await anObjection(world.visitor(), { number: one.notice, place: 1 });
    const { number } = await world.objection(id);
    const wrong = await lookUpObjection(world.visitor(), { number, tail: '0000' });
    expect(wrong).toEqual({ ok: false, refusal: { code: 'no-such-objection' } });
    const right = await lookUpObjection(world.visitor(), { number, tail: '0099' });
    expect(right).toMatchObject({ ok: true, value: { word: '已收到', dueOn: '2026-11-30', answer: null } });
    for (let tries = 0; tries < 3; tries += 1) await lookUpObjection(world.visitor(), { number, tail: '1111' });
    const sixth = await lookUpObjection(world.visitor(), { number, tail: '0099' });
    expect(sixth).toMatchObject({ ok: false, refusal: { code: 'too-many-tries' } });
    const receipt = JSON.stringify(await objectionReceipt({ db: world.db, now: MONDAY }, id));
    expect(receipt).toContain(number);
    expect(receipt).not.toMatch(/郑|离开申报单位/);
    expect(await objectionReceipt({ db: world.db, now: dayAfter('2026-11-24') }, id)).toBeNull();
  });
});

describe('what is asked of the enterprise', () => {
  it('is what the office writes, never who objected; it answers once, with papers, in time', async () => {
    const own = await world.noticed();
    const clerk = world.clerkOf(own.enterprise);
    const id = await world.handled({ number: own.notice, place: 1 });
    const asked = { id, applicationId: own.id };
    const telling = await askStatement(world.people.notice, { ...asked, allegation: '电话 138 0000 0099 反映已离职' });
    expect(telling).toEqual({ ok: false, refusal: { code: 'names-objector' } });
    done('ask', await askStatement(world.people.notice, { ...asked, allegation: '有人反映该人才已离职，请说明。' }));
    const [statement] = await myStatements(clerk);
    expect(statement).toMatchObject({ isOpen: true, mayGive: true, dueOn: '2026-11-26', text: null });
    const said = {
      id: statement?.id ?? '',
      text: '该人才仍在我单位任职，附最近三个月社保记录。',
      fileIds: [] as string[],
    };
    const other = world.clerkOf(one.enterprise);
    await expect(giveStatement(other, said)).rejects.toThrow(Denied);
    const paper = await uploadStatementPaper(clerk, { id: said.id, name: '社保.pdf' }, streamOf(aProofPaper()));
    said.fileIds.push(done('upload', paper).fileId);
    const late = world.clerkOf(own.enterprise, dayAfter('2026-11-26'));
    expect(await giveStatement(late, said)).toMatchObject({ ok: false, refusal: { code: 'statement-over' } });
    done('give', await giveStatement(clerk, said));
    expect(await giveStatement(clerk, said)).toEqual({ ok: false, refusal: { code: 'somebody-was-faster' } });
    const view = await deskObjection(world.people.final1, id);
    expect(view?.statements[0]).toMatchObject({ text: said.text, papers: [{ originalName: '社保.pdf' }] });
    expect(await objectionFile(clerk, said.fileIds[0] ?? '', 'view')).not.toBeNull();
    expect(await objectionFile(other, said.fileIds[0] ?? '', 'view')).toBeNull();
  });

  it('and all that an enterprise can read, message and log of its case included, never holds who objected', async () => {
    const own = await world.noticed();
    const clerk = world.clerkOf(own.enterprise);
    const id = await world.handled({ number: own.notice, place: 1 });
    done('note', await noteObjection(world.people.notice, { id, text: `已与${OBJECTOR.name}通话。` }));
    const allegation = '有人反映该人才已离职，请说明目前的在职情况。';
    done('ask', await askStatement(world.people.notice, { id, applicationId: own.id, allegation }));
    const answer = `${OBJECTOR.name}：经核查，异议成立。`;
    done('uphold', await upholdObjection(world.people.final1, { id, ...UPHELD, answer }));
    await tellAll();
    const { number } = await world.objection(id);
    const read = JSON.stringify([
      await myStatements(clerk),
      await caseStatus(clerk, own.id),
      await openMatters(clerk),
      await myMessages(clerk, 50),
      await world.db.message.findMany({ where: { enterpriseId: own.enterprise.id } }),
      await world.db.auditEntry.findMany({ where: { subjectKind: 'application', subjectId: own.id } }),
    ]);
    expect(read).toContain(allegation);
    for (const secret of [OBJECTOR.name, OBJECTOR.telephone, OBJECTOR.email, number, id]) {
      expect(read).not.toContain(secret);
    }
    const answered = await world.db.message.findMany({ where: { kind: 'objection-answered' } });
    expect(answered.map(({ channel, enterpriseId }) => [channel, enterpriseId]).sort()).toEqual([
      ['MAIL', null],
      ['SMS', null],
    ]);
  });

  /** Composes every message that the acts so far asked for. */
  async function tellAll(): Promise<void> {
    const edges = await world.db.auditEntry.findMany({
      where: { action: { in: ['objection.uphold', 'application.askStatement', 'application.stopTalents'] } },
    });
    const kinds: Record<string, string> = {
      'objection.uphold': 'objection-answered',
      'application.askStatement': 'statement-asked',
      'application.stopTalents': 'talent-stopped',
    };
    for (const { id: auditId, action, subjectKind, subjectId } of edges) {
      const payload = { kind: kinds[action] ?? '', subjectKind, subjectId, auditId };
      await tell(world.clock(MONDAY), payload, 'https://portal.example.com');
    }
  }
});
