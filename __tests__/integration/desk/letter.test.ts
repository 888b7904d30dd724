import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PUBLIC } from '@/lib/access/actor';
import { grantRequest } from '@/lib/desk/commands/grant-request';
import { takeRequest } from '@/lib/desk/commands/take-request';
import { deskRequest } from '@/lib/desk/queries';
import { myChange } from '@/lib/enterprise/change-queries';
import { beginChange } from '@/lib/enterprise/commands/begin-change';
import { printLetter } from '@/lib/enterprise/commands/letter';
import { receiveChangePaper } from '@/lib/enterprise/commands/receive-change-paper';
import { saveChange } from '@/lib/enterprise/commands/save-change';
import { submitChange } from '@/lib/enterprise/commands/submit-change';
import { paperFile } from '@/lib/enterprise/paper-queries';
import { done } from '../../builders/disbursement';
import { anEnterprise } from '../../builders/people';
import { scannedPdf } from '../../builders/scanned-pdf';
import { enterpriseActor } from '../../support/context';
import { ADMINISTRATOR, aDraft, deskWorld, type DeskWorld } from './desk-world';
import { streamOf } from '../../builders/stream-of';

let world: DeskWorld;
beforeEach(async () => {
  world = await deskWorld();
});
afterEach(() => world.drop());

const asker = { browser: null };
async function printed(id: string): Promise<Uint8Array> {
  const { paperId } = done('print', await printLetter(world.clerk, { id }));
  const file = await paperFile(world.clerk, paperId, asker);
  if (!file) throw new Error('no letter');
  return file.bytes;
}
const upload = async (id: string, bytes: Uint8Array) =>
  done(
    'upload',
    await receiveChangePaper(world.clerk, { id, kind: 'authorisation-letter', name: 'scan.pdf' }, streamOf(bytes)),
  );
const stateOf = async (id: string) =>
  (await myChange(world.clerk, id))?.papers.find(({ kind }) => kind === 'authorisation-letter')?.checkState;

describe('the letter of 管理员变更', () => {
  it('is issued from what is typed, once for the same words, and read by nobody else', async () => {
    const { id } = done('begin', await beginChange(world.clerk, { kind: 'ADMINISTRATOR' }));
    expect(await printLetter(world.clerk, { id })).toMatchObject({ refusal: { code: 'change-incomplete' } });
    done('save', await saveChange(world.clerk, { id, answers: ADMINISTRATOR }));
    const first = done('print', await printLetter(world.clerk, { id }));
    expect(done('again', await printLetter(world.clerk, { id }))).toEqual(first);
    const other = await anEnterprise(world.db, world.vault, { passwordHash: 'none' });
    const { id: enterpriseId, name: enterpriseName, uscc, users } = other;
    const stranger = world.as(enterpriseActor({ id: users.super, enterpriseId, enterpriseName, uscc }));
    for (const ctx of [stranger, world.as(PUBLIC)]) expect(await paperFile(ctx, first.paperId, asker)).toBeNull();
    expect(await paperFile(world.officer, first.paperId, asker)).not.toBeNull();
  });

  it('stamped and scanned it is known as this very letter, and the desk is told so', async () => {
    const id = await aDraft(world, 'ADMINISTRATOR', ADMINISTRATOR);
    expect(await stateOf(id)).toBe('unreadable');
    await upload(id, await scannedPdf(await printed(id), { owner: world.own.name }));
    expect(await stateOf(id)).toBe('match');
    done('submit', await submitChange(world.clerk, { id }));
    done('take', await takeRequest(world.officer, { id }));
    const checks = (await deskRequest(world.officer, id))?.checks;
    expect(checks?.find(({ key }) => key === 'letter')).toMatchObject({ tone: 'green' });
    done('grant', await grantRequest(world.officer, { id, reason: '' }));
  });

  it('printed before a change it is an old one, though nobody printed anew', async () => {
    const id = await aDraft(world, 'ADMINISTRATOR', ADMINISTRATOR);
    const scan = await scannedPdf(await printed(id), { owner: world.own.name });
    done('save', await saveChange(world.clerk, { id, answers: { administratorName: '顾又新' } }));
    await upload(id, scan);
    expect(await stateOf(id)).toBe('other-version');
    expect(await submitChange(world.clerk, { id })).toMatchObject({ refusal: { code: 'change-incomplete' } });
  });
});
