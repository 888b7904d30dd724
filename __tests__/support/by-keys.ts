import type { JSHandle, Locator, Page } from 'playwright';

/** More stops than any page of ours has. */
const MOST_STOPS = 500;
const MOST_ARROWS = 60;
/** So far one looks ahead, and then behind, before one walks through the whole page. */
const NEAR = 40;
const PATIENCE_MS = 60_000;
const MOST_TRIES = 5;

type Pressing = { readonly timeout?: number };
type Press = (this: Locator, options?: Pressing) => Promise<void>;
type Pressed = { click: Press; check: Press; uncheck: Press };

/**
 * From here on whatever a suite clicks is reached by Tab and pressed by Enter or Space, and what it ticks by Space. Of
 * a group of radio buttons, and of the parts of a list, one is a stop and the arrows lead to the others. What no Tab
 * leads to fails the suite. `npm run e2e -- WORD --keys`.
 */
export function withoutMouse(page: Page): void {
  const locators = Object.getPrototypeOf(page.locator('body')) as Pressed;
  locators.click = async function click(options) {
    await pressByKeys(this, options?.timeout);
  };
  locators.check = async function check(options) {
    if (!(await this.isChecked())) await pressByKeys(this, options?.timeout);
  };
  locators.uncheck = async function uncheck(options) {
    if (await this.isChecked()) await pressByKeys(this, options?.timeout);
  };
}

/** Waits as a click does: until it is there, shown and usable; where the page puts another in its place, for that one. */
async function pressByKeys(target: Locator, timeout = PATIENCE_MS): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    await target.waitFor({ state: 'attached', timeout });
    const control = await target.evaluateHandle(controlOf);
    try {
      return await pressControl(target, control, timeout);
    } catch (error) {
      if (tries === MOST_TRIES || (await control.evaluate((element) => element.isConnected).catch(() => false)))
        throw error;
    }
  }
}

async function pressControl(target: Locator, control: JSHandle<HTMLElement>, timeout: number): Promise<void> {
  const { keyboard } = target.page();
  await control.asElement()?.waitForElementState('enabled', { timeout });
  const place = () => control.evaluate(placeOf);
  const turns = [...times(NEAR, 'Tab'), ...times(2 * NEAR, 'Shift+Tab'), ...times(MOST_STOPS, 'Tab')];
  for (let at = await place(); at === 'away'; at = await place()) {
    const turn = turns.shift();
    if (!turn) throw new Error(`no way by Tab to ${target.toString()}`);
    await keyboard.press(turn);
  }
  for (let step = 0; (await place()) === 'beside'; step += 1) {
    if (step === MOST_ARROWS) throw new Error(`no way by the arrows to ${target.toString()}`);
    await keyboard.press('ArrowDown');
  }
  const key = await control.evaluate(keyOf);
  if (key) await keyboard.press(key);
}

function times(count: number, key: string): string[] {
  return Array.from({ length: count }, () => key);
}

/** What takes the key: the control of a label, the button around a word. */
function controlOf(element: Element): HTMLElement {
  const control = element.closest('label')?.control;
  const around = element.closest('a, button, input, select, textarea, summary, [role], [tabindex]');
  return (control ?? around ?? element) as HTMLElement;
}

/** Whether the focus is on it, on another one of its group, from where the arrows lead on, or elsewhere. */
function placeOf(element: HTMLElement): 'here' | 'beside' | 'away' {
  if (!element.isConnected) throw new Error('it is there no more');
  const focused = document.activeElement as HTMLInputElement | null;
  const { type, name, id } = element as HTMLInputElement;
  if (focused === element || (id && focused?.getAttribute('aria-activedescendant') === id)) return 'here';
  if (type === 'radio' && focused?.type === 'radio' && focused.name === name) return 'beside';
  const list = element.closest('[role=listbox], [role=tablist], [role=menu], [role=radiogroup], [role=grid]');
  const isOfList = list && (list.contains(focused) || focused?.getAttribute('aria-controls') === list.id);
  return isOfList && !element.matches('a, input, button:not([tabindex="-1"])') ? 'beside' : 'away';
}

/** A box is ticked by Space; a radio button that the arrows chose needs no key any more. */
function keyOf(element: HTMLElement): 'Enter' | 'Space' | null {
  const { type, checked } = element as HTMLInputElement;
  if (type === 'radio') return checked ? null : 'Space';
  return type === 'checkbox' ? 'Space' : 'Enter';
}
