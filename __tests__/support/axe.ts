import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';

const TITLE_MS = 5_000;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What in this page would shut somebody out, one line per place: the rule, the place, what is wrong. `passingOver` names
 * rules that were asked of the same page before: contrast is half of the work, and no other at another width.
 */
export async function barriers(page: Page, passingOver: readonly string[] = []): Promise<string[]> {
  // The title of a page that one is led to comes a moment after what it shows; one that never comes is a barrier.
  await page.waitForFunction(() => document.title !== '', null, { timeout: TITLE_MS }).catch(() => null);
  // What is in order is not told: to write it all down takes longer than to look.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  axe.withTags(RULES).disableRules([...passingOver]);
  const { violations } = await axe.setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
}
