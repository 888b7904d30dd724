import { SYSTEM_FIELDS } from '@/lib/programme/rules/fields';
import type { ProgrammeConfig, RequirementConfig } from '@/lib/programme/rules/config';
import type { DraftView, TalentView } from './draft';
import { askedPapers, filesOf } from './requirements';

/** A paper of talents, and for whom a file may still be put there. */
export type SharedPaper = {
  readonly requirement: RequirementConfig;
  readonly open: readonly TalentView[];
  /** Of those, the ones who have no file there at all. */
  readonly missing: readonly TalentView[];
};

type Held = Pick<DraftView, 'answers' | 'talents' | 'attachments'>;

/** The papers that are asked for of talents and have room, the one that most people miss first. */
export function sharedPapers(draft: Held, config: ProgrammeConfig): SharedPaper[] {
  const byId = new Map(draft.talents.map((talent) => [talent.id, talent]));
  const found = new Map<string, { requirement: RequirementConfig; open: TalentView[]; missing: TalentView[] }>();
  for (const { requirement, talentId } of askedPapers(draft, config)) {
    const talent = talentId === null ? undefined : byId.get(talentId);
    if (!talent) continue;
    const { length } = filesOf(draft.attachments, requirement.id, talent.id);
    if (length >= requirement.maxFiles) continue;
    const paper = found.get(requirement.id) ?? { requirement, open: [], missing: [] };
    paper.open.push(talent);
    if (length === 0) paper.missing.push(talent);
    found.set(requirement.id, paper);
  }
  const isAsked = ({ requirement, missing }: SharedPaper) => (requirement.optional ? 0 : missing.length);
  return [...found.values()].sort((a, b) => isAsked(b) - isAsked(a));
}

/** Fewer digits than this are a date, a page or a count rather than somebody's number. */
const LEAST_DIGITS = 4;

/** What of a person a file's name may say. */
type Named = Pick<TalentView, 'name' | 'sealed'>;

/**
 * Whose a file is by its name: the people whose whole name stands in it, or whose ID number ends as a number in it does.
 * Where both are found, only who fits both; a name that is part of a longer one that stands there too does not count.
 */
export function ownersByName<T extends Named>(fileName: string, talents: readonly T[]): T[] {
  const text = fileName
    .normalize('NFKC')
    .replace(/\.[a-z]{2,5}$/i, '')
    .replace(/[\s·]/g, '')
    .toUpperCase();
  const inText = talents.filter(({ name }) => plain(name).length > 1 && text.includes(plain(name)));
  const named = inText.filter(
    ({ name }) => !inText.some((other) => plain(other.name) !== plain(name) && plain(other.name).includes(plain(name))),
  );
  const numbers = text.match(/\d+X?/g)?.filter(({ length }) => length >= LEAST_DIGITS) ?? [];
  const tailed = talents.filter((talent) => numbers.some((number) => endsAs(talent, number)));
  const both = named.filter((talent) => tailed.includes(talent));
  if (both.length > 0) return both;
  return named.length > 0 ? named : tailed;
}

const plain = (name: string) => name.normalize('NFKC').replace(/[\s·]/g, '').toUpperCase();

/** Of a number only its last digits are shown, so that only these are compared. */
function endsAs({ sealed }: Named, number: string): boolean {
  const tail = /[0-9X]+$/.exec(sealed[SYSTEM_FIELDS.idNumber]?.masked ?? '')?.[0] ?? '';
  return tail.length >= LEAST_DIGITS && number.endsWith(tail);
}

/** For whom each file is proposed: by its name; one file that names nobody is for all who have none. */
export function proposedOwners(fileNames: readonly string[], paper: SharedPaper): (readonly string[])[] {
  const ids = (talents: readonly TalentView[]) => talents.map(({ id }) => id);
  const found = fileNames.map((name) => {
    const owners = ownersByName(name, paper.open);
    // Two people of one name: chosen by the clerk, not by us.
    return owners.length === 1 ? ids(owners) : [];
  });
  return fileNames.length === 1 && found[0]?.length === 0 ? [ids(paper.missing)] : found;
}
