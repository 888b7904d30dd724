import { afterAll, describe, expect, it } from '@jest/globals';
import { barriers } from '../support/axe';
import { aPerson, paper, PHONE, picture, type Person, type Watch } from '../support/browser';
import { theServer } from '../support/server';
import { wholeWay } from './steps/whole-way';

const STEP_MS = 300_000;

const watched: [name: string, watch: Watch][] = [];
const people: Person[] = [];
const shut: string[] = [];

async function open(name: string, given: Parameters<typeof aPerson>[0]): Promise<Person> {
  const person = await aPerson(given);
  people.push(person);
  watched.push([name, person.watch]);
  return person;
}

afterAll(() => Promise.all(people.map(({ leave }) => leave())));

const organisations = [...new Set(theServer().accounts.map((account) => account.organisation ?? ''))].filter(Boolean);

describe('the whole way, from sign-in to paid', () => {
  const steps = wholeWay(
    {
      person: async (name) => (await open(name, {})).page,
      phone: (clip) => open('phone', { fakeCamera: clip, viewport: PHONE }),
      paper,
      async picture(page, name) {
        await picture(page, name);
        shut.push(...(await barriers(page)).map((barrier) => `${name}: ${barrier}`));
      },
    },
    organisations,
  );
  for (const { does, run } of steps) it(does, run, STEP_MS);

  it('without a barrier for anybody on any of its pages', () => {
    expect(shut).toEqual([]);
  });

  it('without an error, a warning or a refused resource in any browser', () => {
    const complaints = watched.flatMap(([name, watch]) => watch.complaints.map((complaint) => `${name}: ${complaint}`));
    expect(complaints).toEqual([]);
  });
});
