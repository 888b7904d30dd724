// `npm run pictures`: the pictures of the README out of those that `npm run e2e -- whole-way` kept last.
import './tools/node-version.mjs';
import { mkdirSync } from 'node:fs';
import sharp from 'sharp';
import { inProject } from './tools/project.mjs';

const WIDEST = 1440;
const HIGHEST = 1600;
const MOST_BYTES = 250 * 1024;

/** Name in the README → name in the walk. */
const CHOSEN = {
  home: '01-home',
  'wizard-talents': '04-talents',
  'review-case': '10-review-pass',
  'disbursement-detail': '17-desktop-follows',
  receipt: '14-receipt',
  phone: '16-phone-check',
};

const folder = inProject('docs', 'pictures');
mkdirSync(folder, { recursive: true });
for (const [name, from] of Object.entries(CHOSEN)) {
  const file = inProject('docs', 'pictures', `${name}.png`);
  const { size } = await sharp(inProject('e2e-pictures', 'whole-way', `${from}.png`))
    .resize({ width: WIDEST, height: HIGHEST, fit: 'inside', withoutEnlargement: true })
    .png({ palette: true, colours: 128, effort: 10 })
    .toFile(file);
  console.log(`docs/pictures/${name}.png  ${Math.round(size / 1024)} KB`);
  if (size > MOST_BYTES) throw new Error(`${name}.png is larger than ${MOST_BYTES / 1024} KB`);
}
