import { join } from 'node:path';
import { openDatabase } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import { openVault } from '@/lib/db/vault';
import type { BuiltEnterprise } from '../builders/people';
import { aSubmittedCase, type BuiltCase, type CasePlace, type CasePlan } from '../integration/review/a-submitted-case';
import { secretsIn } from '../../scripts/server/secrets';
import { theServer } from './server';

export type ServerWorld = {
  readonly place: CasePlace;
  /** A case that was handed in, with a page of the demo behind every paper. */
  aCase(plan: CasePlan): Promise<BuiltCase>;
  close(): Promise<void>;
};

/** The tables of the running product, for cases that no page need make first. They are of one enterprise of the demo. */
export async function serverWorld(): Promise<ServerWorld> {
  const { databaseUrl, dataFolder } = theServer();
  const db = openDatabase(databaseUrl, 2);
  const { sealing, currentSealing, blind } = secretsIn(join(dataFolder, 'secrets.json'));
  const vault = openVault({ sealing, current: currentSealing, blind });
  const programme = await db.programme.findUniqueOrThrow({ where: { code: 'talent-recruitment' } });
  const version = await db.programmeVersion.findFirstOrThrow({
    where: { programmeId: programme.id, status: 'PUBLISHED' },
  });
  const page = await db.storedFile.findFirstOrThrow({
    where: { purpose: 'attachment', mediaType: 'image/jpeg', viewKey: { not: null } },
  });
  const place: CasePlace = {
    ...{ db, vault },
    programme: { programmeId: programme.id, versionId: version.id, code: programme.code },
    enterprise: await anEnterpriseOfTheDemo(db),
  };
  const file = { fileId: page.id, mediaType: page.mediaType };
  return { place, aCase: (plan) => aSubmittedCase(place, { file, ...plan }), close: () => db.$disconnect() };
}

async function anEnterpriseOfTheDemo(db: CasePlace['db']): Promise<BuiltEnterprise> {
  const { id, name, uscc, users } = await db.enterprise.findFirstOrThrow({
    orderBy: { createdAt: 'desc' },
    select: { id: true, name: true, uscc: true, users: { where: { username: 'super' }, select: { id: true } } },
  });
  const user = users[0]?.id ?? newId();
  const own = { id, name, uscc: uscc as BuiltEnterprise['uscc'], users: { admin: user, super: user, handler: user } };
  return { ...own, contactIds: [], bankAccountIds: [] };
}
