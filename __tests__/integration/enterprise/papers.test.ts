import { createHash } from 'node:crypto';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PUBLIC } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import { workerRenderer } from '@/lib/drivers/pdf/worker-renderer';
import { workerInspector } from '@/lib/drivers/vision/worker-inspector';
import { checkPaper } from '@/lib/enterprise/commands/check-paper';
import { issuePaper, type IssuedVersion } from '@/lib/enterprise/commands/issue-paper';
import { receivePaper } from '@/lib/enterprise/commands/receive-paper';
import { paperFile } from '@/lib/enterprise/paper-queries';
import { renderPaper } from '@/lib/enterprise/render/render-paper';
import { PAPER_KINDS, PAPER_TITLES, type PaperKind } from '@/lib/enterprise/rules/paper-kinds';
import type { PaperContent } from '@/lib/enterprise/rules/paper-models';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { receiptFonts } from '@/lib/runtime/compose-ports';
import { ADMINISTRATOR, PARTY, paperContent, paperModel } from '../../builders/issued-paper';
import { photographPdf } from '../../builders/receipt';
import { scannedPdf } from '../../builders/scanned-pdf';
import { openWorld, staffActor, type World } from '../../support/context';
import { freshDatabase } from '../../support/database';

// Drawing, photographing and looking take a second each, and other suites run beside.
jest.setTimeout(120_000);

const WORKERS = join(process.cwd(), '.cache', 'workers');
let world: World;
let ctx: Context;
let close: () => Promise<void>;

beforeAll(async () => {
  const database = await freshDatabase();
  world = openWorld(database.connectionString);
  ctx = world.as(PUBLIC);
  const secret = Buffer.from(ctx.secrets.pageCode, 'base64');
  const printing = workerRenderer({ workerPath: join(WORKERS, 'receipt-worker.mjs'), secret, fonts: receiptFonts() });
  const looking = workerInspector({ workerPath: join(WORKERS, 'vision-worker.mjs') });
  Object.assign(world.ports, { papers: printing.papers, scans: looking.scans });
  close = async () => {
    await Promise.all([printing.close(), looking.close()]);
    await world.close();
    await database.drop();
  };
});
afterAll(() => close());

const subject = () => ({ subjectKind: 'registration' as const, subjectId: newId() });
type Subject = ReturnType<typeof subject>;

async function issue(to: Subject, content: PaperContent): Promise<IssuedVersion> {
  const { kind, ...model } = content;
  const issued = await issuePaper(ctx, { ...to, kind, model: model as never });
  if (!issued.ok) throw new Error(`not issued: ${issued.refusal.code}`);
  return issued.value;
}

async function bytesOf({ paperId }: IssuedVersion): Promise<Uint8Array> {
  const row = await world.db.issuedPaper.findUniqueOrThrow({ where: { id: paperId } });
  const pdf = await world.ports.files.get(row.pdfKey);
  if (!pdf) throw new Error('no bytes');
  return pdf;
}

async function check(to: Subject, kind: PaperKind, bytes: Uint8Array) {
  const checked = await checkPaper(ctx, { ...to, kind, bytes });
  if (!checked.ok) throw new Error(`not checked: ${checked.refusal.code}`);
  return checked.value;
}

const renamed = (kind: PaperKind, name: string) => paperContent(kind, { enterprise: { ...PARTY, name } });

describe('issuing a paper', () => {
  it('keeps the bytes that were printed, with their hash, under a number and version', async () => {
    const to = subject();
    const issued = await issue(to, paperContent('administrator-filing'));
    expect(issued.number).toMatch(/^ZC2026\d{7}$/);
    expect(issued.version).toBe(1);
    const row = await world.db.issuedPaper.findUniqueOrThrow({ where: { id: issued.paperId } });
    const bytes = await bytesOf(issued);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(row.pdfSha256);
    expect(bytes.byteLength).toBe(row.pdfBytes);
    expect(Buffer.from(JSON.stringify(row)).includes(ADMINISTRATOR.mobile)).toBe(false);
  });

  it('answers the version that stands when nothing was changed, on a later day too', async () => {
    const to = subject();
    const first = await issue(to, paperContent('use-agreement'));
    const { kind, ...model } = paperContent('use-agreement');
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 3 * 86_400_000) };
    expect(await issuePaper(later, { ...to, kind, model })).toEqual({ ok: true, value: first });
  });

  it('makes the next version of what was changed and voids the one before', async () => {
    const to = subject();
    const first = await issue(to, paperContent('enterprise-registration'));
    const second = await issue(to, renamed('enterprise-registration', '苏州示例智能科技（集团）有限公司'));
    expect(second).toMatchObject({ number: first.number, version: 2 });
    const rows = await world.db.issuedPaper.findMany({
      where: { subjectId: to.subjectId },
      orderBy: { versionNumber: 'asc' },
    });
    expect(rows.map(({ voidReason }) => voidReason)).toEqual(['资料已修改', null]);
    const third = await issue(to, paperContent('enterprise-registration'));
    expect(third.version).toBe(3);
  });

  it('issues once, however often it is asked at once', async () => {
    const to = subject();
    const many = await Promise.all([1, 2, 3, 4].map(() => issue(to, paperContent('authorisation-letter'))));
    expect(new Set(many.map(({ paperId }) => paperId)).size).toBe(1);
    expect(await world.db.issuedPaper.count({ where: { subjectId: to.subjectId } })).toBe(1);
  });

  it('prints the operator’s own agreement once there is one, as a new version', async () => {
    const to = subject();
    const first = await issue(to, paperContent('use-agreement'));
    const value = { version: '2027-1', paragraphs: ['一、本协议由运营单位另行拟定。'] };
    await world.db.setting.create({ data: { key: 'use-agreement', value, updatedAt: ctx.now } });
    const second = await issue(to, paperContent('use-agreement'));
    await world.db.setting.delete({ where: { key: 'use-agreement' } });
    expect([first.version, second.version]).toEqual([1, 2]);
  });

  it('refuses what is not filled in, and a character that no font has, by name', async () => {
    const { kind, ...model } = renamed('administrator-filing', '');
    const empty = await issuePaper(ctx, { ...subject(), kind: kind as 'administrator-filing', model: model as never });
    expect(empty).toMatchObject({
      ok: false,
      refusal: { code: 'paper-incomplete', fields: expect.arrayContaining(['enterprise.name']) },
    });
    const rare = renamed('administrator-filing', '苏州𠮷示例有限公司') as PaperContent & {
      kind: 'administrator-filing';
    };
    expect(await issuePaper(ctx, { ...subject(), kind: rare.kind, model: rare })).toMatchObject({
      ok: false,
      refusal: { code: 'characters-not-covered', characters: ['𠮷'] },
    });
  });

  it('is never changed or deleted in the database, only voided once', async () => {
    const { paperId: id } = await issue(subject(), paperContent('administrator-filing'));
    await expect(world.db.issuedPaper.update({ where: { id }, data: { pdfSha256: 'x' } })).rejects.toThrow(
      /only ever voided/,
    );
    await expect(world.db.issuedPaper.delete({ where: { id } })).rejects.toThrow(/never changed/);
  });
});

describe('what comes back', () => {
  const plans = { turnDegrees: 3, tiltDegrees: 12, noise: 4 };

  it.each(PAPER_KINDS)('%s, stamped and photographed at a slant, is that very form', async (kind) => {
    const to = subject();
    const issued = await issue(to, paperContent(kind));
    const photograph = await photographPdf(await bytesOf(issued), { seed: kind.length, ...plans });
    expect(await check(to, kind, photograph)).toEqual({
      state: 'match',
      mayKeep: true,
      verdict: 'clean',
      findings: ['与系统中的第1版一致。已看到红色印章。'],
      seal: 'PRESENT',
      version: 1,
    });
  });

  it('a scan as PDF is that form too, lying straight, turned or upside down', async () => {
    const to = subject();
    const bytes = await bytesOf(await issue(to, paperContent('enterprise-registration')));
    for (const turnDegrees of [1.2, 90, 181]) {
      const checked = await check(to, 'enterprise-registration', await scannedPdf(bytes, { turnDegrees }));
      expect({ turnDegrees, state: checked.state, seal: checked.seal }).toEqual({
        turnDegrees,
        state: 'match',
        seal: 'PRESENT',
      });
    }
  });

  it('without a seal it may be handed in, with a warning; so may the file itself, which says what it is', async () => {
    const to = subject();
    const pdf = await bytesOf(await issue(to, paperContent('use-agreement')));
    const bare = await check(to, 'use-agreement', await photographPdf(pdf, { seed: 4, seal: 'none' }));
    expect(bare).toMatchObject({ state: 'match', mayKeep: true, verdict: 'doubt', seal: 'ABSENT' });
    expect(bare.findings[0]).toContain('没有看到红色印章');
    const file = await check(to, 'use-agreement', pdf);
    expect(file).toMatchObject({ state: 'match', mayKeep: true, verdict: 'doubt', seal: 'ABSENT' });
    expect(file.findings.join('')).toContain('像是电子文件');
  });

  it('as another form is refused, and named', async () => {
    const to = subject();
    await issue(to, paperContent('administrator-filing'));
    const other = await bytesOf(await issue(to, paperContent('enterprise-registration')));
    const checked = await check(to, 'administrator-filing', await photographPdf(other, { seed: 5 }));
    expect(checked).toMatchObject({ state: 'other-paper', mayKeep: false, verdict: 'refuse' });
    expect(checked.findings).toEqual([
      `这是《${PAPER_TITLES['enterprise-registration']}》，此处应上传《${PAPER_TITLES['administrator-filing']}》。`,
    ]);
  });

  it('of another registration is refused', async () => {
    const to = subject();
    await issue(to, paperContent('administrator-filing'));
    const foreign = await bytesOf(await issue(subject(), paperContent('administrator-filing')));
    const checked = await check(to, 'administrator-filing', await photographPdf(foreign, { seed: 6 }));
    expect(checked).toMatchObject({ state: 'other-paper', mayKeep: false });
    expect(checked.findings[0]).toContain('另一次办理');
  });

  it('printed before something was changed is refused, with both versions named', async () => {
    const to = subject();
    const before = await bytesOf(await issue(to, paperContent('authorisation-letter')));
    await issue(to, renamed('authorisation-letter', '苏州示例智能科技（集团）有限公司'));
    const checked = await check(to, 'authorisation-letter', await photographPdf(before, { seed: 7 }));
    expect(checked).toMatchObject({ state: 'other-version', mayKeep: false, version: 1 });
    expect(checked.findings).toEqual(['这是第1版，资料已改为第2版，请重新打印、盖章后上传。']);
  });

  it('with a tag that this server did not make is refused', async () => {
    const to = subject();
    const { number } = await issue(to, paperContent('administrator-filing'));
    const model = paperModel(paperContent('administrator-filing'), {
      number,
      version: 1,
      issuedOn: shanghaiDayOf(ctx.now),
    });
    const forged = await renderPaper(model, { secret: Buffer.alloc(32, 7), fonts: receiptFonts() });
    if (!forged.ok) throw new Error('not printable');
    const checked = await check(to, 'administrator-filing', await photographPdf(forged.value.pdf, { seed: 8 }));
    expect(checked).toMatchObject({ state: 'foreign', mayKeep: false, version: null });
  });

  it('that nobody can read may be handed in for a person to look at', async () => {
    const to = subject();
    const pdf = await bytesOf(await issue(to, paperContent('administrator-filing')));
    const grey = await sharp({ create: { width: 900, height: 1300, channels: 3, background: '#ddd' } })
      .jpeg()
      .toBuffer();
    const blurred = await photographPdf(pdf, { seed: 9, blur: 9 });
    for (const bytes of [new Uint8Array(grey), blurred]) {
      const checked = await check(to, 'administrator-filing', bytes);
      expect(checked).toMatchObject({ state: 'unreadable', mayKeep: true, verdict: 'doubt' });
      expect(checked.findings[0]).toContain('没有读到二维码');
    }
  });

  it('before anything was printed is refused, since there is nothing to compare with', async () => {
    const answer = await checkPaper(ctx, { ...subject(), kind: 'use-agreement', bytes: new Uint8Array([1]) });
    expect(answer).toEqual({ ok: false, refusal: { code: 'paper-not-issued', kind: 'use-agreement' } });
  });
});

describe('receiving and reading', () => {
  it('keeps what came, checked; a plain paper is not looked through for a code', async () => {
    const to = subject();
    const pdf = await bytesOf(await issue(to, paperContent('administrator-filing')));
    const owner = { enterpriseId: null, uploadedBy: to.subjectId };
    const bytes = await photographPdf(pdf, { seed: 10 });
    const about = { ...to, name: 'IMG_1.jpg', purpose: 'registration-paper' };
    const form = await receivePaper(ctx, { ...about, kind: 'administrator-filing', bytes }, owner);
    expect(form).toMatchObject({ ok: true, value: { mediaType: 'image/jpeg', check: { state: 'match' } } });
    const plain = await receivePaper(ctx, { ...about, kind: null, bytes }, owner);
    expect(plain).toMatchObject({ ok: true, value: { check: null } });
  });

  it('shows the issued bytes to staff with the right, and to nobody who only has the address', async () => {
    const issued = await issue(subject(), paperContent('use-agreement'));
    const staff = world.as(staffActor(newId(), 'chuangkou', 'WINDOW'));
    const file = await paperFile(staff, issued.paperId, { browser: null });
    expect(file?.bytes).toEqual(await bytesOf(issued));
    expect(file?.name).toBe(`用户实名注册及使用协议${issued.number}第1版.pdf`);
    expect(await paperFile(ctx, issued.paperId, { browser: 'x'.repeat(43) })).toBeNull();
    expect(await paperFile(staff, newId(), { browser: null })).toBeNull();
  });
});
