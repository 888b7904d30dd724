import type { Locator, Page } from 'playwright';

/** More stops than any page of ours has. */
const MOST_STOPS = 400;
const MOST_CHOICES = 60;

/** Presses Tab until this control has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.first().waitFor({ state: 'attached' });
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await control.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by Tab to ${control.toString()}`);
}

/** Goes to a link or a button and presses it. */
export async function press(page: Page, control: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press(key);
}

/** Answers the field of this id with keys alone, whatever control it has; false where it is not shown. */
export async function answerByKeys(page: Page, id: string, value: string): Promise<boolean> {
  const radios = page.locator(`input[type=radio][name="${id}"]`);
  if (await radios.count()) {
    await chooseRadio(page, radios, value);
    return true;
  }
  const control = page.locator(`#${id}`);
  if (!(await control.count())) return false;
  const kind = await control.evaluate((element) => [element.tagName, element.getAttribute('type')].join(' '));
  // What is known from the register stands there as text.
  if (!/^(SELECT|INPUT|TEXTAREA)/.test(kind)) return false;
  await tabTo(page, control);
  if (kind.startsWith('SELECT')) await chooseOption(page, control, value);
  else if (kind === 'INPUT date' || kind === 'INPUT month') await typeDay(page, control, value);
  else {
    await page.keyboard.press('Control+A');
    await page.keyboard.type(value);
  }
  return true;
}

/** Of a group only one button is a stop; the arrows lead through the others. */
async function chooseRadio(page: Page, radios: Locator, value: string): Promise<void> {
  const focused = () => radios.evaluateAll((all) => all.findIndex((one) => one === document.activeElement));
  for (let stop = 0; (await focused()) < 0; stop += 1) {
    if (stop > MOST_STOPS) throw new Error('no way by Tab to the group');
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  const wanted = radios.and(page.locator(`[value="${value}"]`));
  for (let step = 0; !(await wanted.isChecked()); step += 1) {
    if (step > MOST_CHOICES) throw new Error(`no ${value} among the choices`);
    await page.keyboard.press('ArrowDown');
  }
}

async function chooseOption(page: Page, select: Locator, value: string): Promise<void> {
  for (let step = 0; (await select.inputValue()) !== value; step += 1) {
    if (step > MOST_CHOICES) throw new Error(`no ${value} in the list`);
    await page.keyboard.press('ArrowDown');
  }
}

/** 2026-11-23 in the order in which the browser shows the boxes of a day: a Chinese one begins with the year, others with the month. */
async function typeDay(page: Page, control: Locator, value: string): Promise<void> {
  const [year = '', ...rest] = value.split('-');
  const orders = [
    [year, ...rest],
    [...rest, year],
  ];
  for (const order of orders) {
    for (const _ of order) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type(order.join(''));
    if ((await control.inputValue()) === value) return;
  }
  throw new Error(`${value} cannot be typed, the box has ${await control.inputValue()}`);
}
