import type { DbClient } from '@/lib/db/client';
import { differenceFrom } from '@/lib/enterprise/rules/register-entry';
import type { EntityRegister, RegisteredEntity } from '@/lib/ports/entity-register';
import { parseUscc } from '@/lib/kernel/uscc';

/** The register as an administrator imported it (/staff/register). Nothing imported yet counts as unavailable. */
export function tableRegister(db: DbClient): EntityRegister {
  return {
    async lookUp(given) {
      try {
        const uscc = parseUscc(given.uscc);
        const entry = uscc.ok ? await db.legalEntity.findUnique({ where: { uscc: uscc.value } }) : null;
        if (!entry && (await db.legalEntity.findFirst({ select: { uscc: true } })) === null)
          return { answer: 'unavailable' };
        const why = differenceFrom(entry, given);
        return why || !entry
          ? { answer: 'no-match', why: why ?? 'unknown-uscc' }
          : { answer: 'match', entity: known(entry) };
      } catch {
        return { answer: 'unavailable' };
      }
    },
  };
}

type Entry = NonNullable<Awaited<ReturnType<DbClient['legalEntity']['findFirst']>>>;

function known(entry: Entry): RegisteredEntity {
  const { uscc, name, type, legalRepresentative, registeredAddress, establishedOn, status } = entry;
  return {
    uscc,
    name,
    asOf: entry.asOf,
    ...(type ? { type } : {}),
    ...(legalRepresentative ? { legalRepresentative } : {}),
    ...(registeredAddress ? { registeredAddress } : {}),
    ...(establishedOn ? { establishedOn } : {}),
    ...(status ? { status } : {}),
  };
}
