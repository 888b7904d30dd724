import { Client } from 'pg';
import type { BrowserContext, Page } from 'playwright';
import { fieldById } from '@/lib/programme/rules/fields';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';
import { theServer } from '../../support/server';

export type Form = 'enterprise' | 'talents';

const FIELDS: Record<Form, readonly [string, ...string[]]> = {
  enterprise: ['mainBusiness', 'recruitmentPlan', 'employees'],
  talents: ['position', 'school', 'major'],
};
export const fieldsOf = (form: Form) => FIELDS[form];

/** One application that people sit at, as tabs and database know it. */
export type Desk = {
  readonly application: string;
  readonly talent: string;
  open(context: BrowserContext, form: Form): Promise<Page>;
  control(form: Form, fieldId: string): string;
  /** What the server holds, by form and field. */
  standing(): Promise<(place: string) => string>;
  /** Ends every session of an enterprise, as 账号安全 does from another place. */
  endSessions(): Promise<void>;
  close(): Promise<void>;
};

const SEEN_WITHIN_MS = 45_000;

export async function sitDown(application: string, talent: string): Promise<Desk> {
  const database = new Client({ connectionString: theServer().databaseUrl });
  await database.connect();
  const at = (form: Form) => (form === 'talents' ? `?at=talent:${talent}` : '');
  return {
    ...{ application, talent },
    async open(context, form) {
      const page = await context.newPage();
      page.setDefaultTimeout(SEEN_WITHIN_MS);
      page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
      await page.goto(`/applications/${application}/edit/${form}${at(form)}`);
      return page;
    },
    control: (form, fieldId) =>
      form === 'enterprise' ? `#part-field-${fieldId}` : `#part-talent-${talent}-${fieldId}`,
    async standing() {
      const [own, theirs] = await Promise.all([
        database.query<Row>('SELECT answers FROM application WHERE id = $1', [application]),
        database.query<Row>('SELECT answers FROM talent WHERE id = $1', [talent]),
      ]);
      const rows: Record<string, Row | undefined> = { enterprise: own.rows[0], talents: theirs.rows[0] };
      return (place) => {
        const [form = '', fieldId = ''] = place.split('/');
        return rows[form]?.answers[fieldId] ?? '';
      };
    },
    async endSessions() {
      await database.query(
        'UPDATE session SET ended_at = now() WHERE ended_at IS NULL AND enterprise_user_id IS NOT NULL',
      );
    },
    close: () => database.end(),
  };
}

type Row = { answers: Record<string, string> };

/** Types over what stands in the field, key by key at its end; answers what had stood there and what stands then. */
export async function typeOver(page: Page, control: string, text: string): Promise<{ seen: string; value: string }> {
  const field = page.locator(control);
  await field.waitFor();
  await field.focus();
  await field.evaluate((element: HTMLInputElement) => {
    element.select();
    // What comes in up to the very key is seen.
    const note = () => (element.dataset.seen = element.value);
    element.addEventListener('beforeinput', note, { once: true });
  });
  await page.keyboard.insertText(text.slice(0, -2));
  const seen = await field.evaluate((element: HTMLInputElement) => element.dataset.seen ?? '');
  await page.keyboard.type(text.slice(-2));
  return { seen, value: await field.inputValue() };
}

/** Everything is saved, or waits for a choice; what failed is tried at once. */
export async function settle(page: Page): Promise<void> {
  const until = Date.now() + SEEN_WITHIN_MS;
  for (;;) {
    const state = await page.evaluate(() => {
      const words = document.body.textContent ?? '';
      const again = [...document.querySelectorAll('button')].find((one) => one.textContent === '立即重试');
      if (again) again.click();
      return again || /未保存：|正在保存/.test(words) || !/内容已保存|已保存 \d\d:\d\d/.test(words);
    });
    if (!state) return;
    if (Date.now() > until) throw new Error('what was typed is not saved in the end');
    await page.waitForTimeout(60);
  }
}

export type Shown = { readonly place: string; readonly mine: string; readonly saved: string };

/** The fields of which two values are shown. */
export async function conflictsOn(page: Page, form: Form): Promise<Shown[]> {
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('button[aria-label$="：用您填的"]')].map((button) => {
      const [mine, saved] = [...(button.closest('[role=alert]')?.querySelectorAll('button') ?? [])].map(
        (one) => one.previousElementSibling?.textContent ?? '',
      );
      return { label: button.getAttribute('aria-label')?.split('：')[0] ?? '', mine: mine ?? '', saved: saved ?? '' };
    }),
  );
  return found.map(({ label, ...sides }) => {
    const fieldId = fieldsOf(form).find((id) => fieldById(talentRecruitment, id)?.label === label) ?? label;
    const bare = (text: string) => (fieldId === 'employees' ? text.replace(/\D/g, '') : text);
    return { place: `${form}/${fieldId}`, mine: bare(sides.mine), saved: bare(sides.saved) };
  });
}
