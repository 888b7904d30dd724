import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newId } from '@/lib/db/ids';
import { caseView } from '@/lib/review/queries';
import { deskView } from '@/lib/review/rules/desk-view';
import { anEnterprise } from '../../builders/people';
import { refuseByTwo } from '../../builders/review';
import { aSubmittedCase, someone, type BuiltCase } from './a-submitted-case';
import { MONDAY, reviewWorld, type ReviewWorld } from './review-world';

jest.setTimeout(120_000);

const ACCOUNT = { number: '6222021102012345678', bankName: '示例银行苏州分行', cnapsCode: '102305000018' };
const MOBILE = { name: '周敏', mobile: '13800009999', email: 'zhou@example.com' };

let world: ReviewWorld;
let mine: BuiltCase;
let theirs: BuiltCase;

beforeAll(async () => {
  world = await reviewWorld();
  const plan = { passwordHash: 'none', bankAccounts: [ACCOUNT], contacts: [MOBILE] };
  const [own, other] = [
    await anEnterprise(world.db, world.vault, plan),
    await anEnterprise(world.db, world.vault, { ...plan, name: '苏州另一家示例有限公司' }),
  ];
  const before = await aSubmittedCase(world, { enterprise: own, talents: [someone('D', '旧人才')] });
  await refuseByTwo(world.people.first1, world.people.final1, before.id, '岗位不在目录内。');
  mine = await aSubmittedCase(world, { enterprise: own, talents: [someone('B', '欧阳文静'), someone('D', '张明远')] });
  theirs = await aSubmittedCase(world, {
    enterprise: other,
    talents: [someone('D', '欧阳文静'), someone('D', '赵一')],
  });
  await sameAnswer('idNumber', theirs.talentIds[0], mine.talentIds[0]);
  await sameAnswer('mobile', theirs.talentIds[1], mine.talentIds[1]);
  await sameFile();
});
afterAll(() => world.drop());

/** The built snapshots keep a talent's own id as the index of its sealed answers. */
async function sameAnswer(columnName: string, rowId = '', blindIndex = '') {
  const row = { tableName: 'talent', columnName, rowId, blindIndex, envelope: 'none', masked: '***' };
  await world.db.sealedValue.create({ data: row });
}

async function sameFile() {
  const { snapshot } = await world.db.submission.findFirstOrThrow({ where: { applicationId: mine.id } });
  const [file] = (snapshot as unknown as { attachments: { sha256: string; talentId: string }[] }).attachments.filter(
    ({ talentId }) => talentId === mine.talentIds[1],
  );
  const id = newId();
  await world.db.storedFile.create({
    data: {
      ...{ id, purpose: 'attachment', originalName: 'a.jpg', mediaType: 'image/jpeg', sizeBytes: 9 },
      ...{ sha256: file?.sha256 ?? '', keptKey: id, keptSha256: 'x', uploadedBy: 'x', createdAt: MONDAY },
    },
  });
  await world.db.attachment.create({
    data: {
      ...{ id: newId(), applicationId: theirs.id, talentId: theirs.talentIds[1] ?? null, fileId: id, position: 1 },
      ...{ requirementId: 'consent', createdAt: MONDAY },
    },
  });
}

describe('what of a case stands elsewhere', () => {
  it('is named with its case and its enterprise, people masked, each with the way there', async () => {
    const view = await caseView(world.people.first1, mine.id);
    if (!view) throw new Error('no case');
    const [enterprise, person, phone] = deskView(view).parts.map(({ sections }) =>
      sections.flatMap(({ rows }) => rows),
    );
    const checksOf = (rows: typeof person, label: string) => rows?.find((row) => row.label === label)?.checks;
    const href = `/staff/applications/${theirs.id}`;
    expect(checksOf(person, '本人申请')).toEqual([
      { tone: 'open', text: `${theirs.number}，苏州另一家示例有限公司，待初审`, href },
    ]);
    const twin = { tone: 'open', text: `${theirs.number}，苏州另一家示例有限公司，赵*`, href };
    expect(checksOf(phone, '相同手机')).toEqual([twin]);
    expect(checksOf(phone, '相同文件')).toEqual([twin]);
    expect(checksOf(enterprise, '收款账户')?.[0]).toMatchObject({ tone: 'open', proof: '6222 **** **** 5678', href });
    expect(checksOf(person, '相同手机')).toBeUndefined();
  });

  it('says of the enterprise how its earlier cases ended and why', async () => {
    const view = await caseView(world.people.first1, mine.id);
    const { past = [], otherCases } = view ? deskView(view) : {};
    expect(otherCases).toBe(1);
    expect(past).toHaveLength(1);
    expect(past[0]).toMatchObject({ status: { word: '不予支持' } });
    expect(past[0]?.note).toContain('岗位不在目录内。');
  });
});
