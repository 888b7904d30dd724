import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';

export type PaperPlan = {
  /** Stands at the head: 劳动合同. */
  readonly title: string;
  /** Further lines: whom it is about. */
  readonly lines?: readonly string[];
  /** Tells apart what would otherwise look alike. */
  readonly serial?: number;
  /** A round red seal in the lower right corner. */
  readonly isStamped?: boolean;
  /** For who only needs a picture and looks at none: a third as wide, and as quick. */
  readonly isSmall?: boolean;
};

const WIDTH = 744;
const HEIGHT = 1052;
const FONT = 'Paper Sans';
const FONT_FILE = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';

/** A scanned page as a clerk would upload it: title, a few lines, perhaps a seal; JPEG of about 40 KB. */
export function paperPicture({
  title,
  lines = [],
  serial = 0,
  isStamped = true,
  isSmall = false,
}: PaperPlan): Uint8Array {
  if (!GlobalFonts.has(FONT)) {
    GlobalFonts.registerFromPath(createRequire(import.meta.url).resolve(FONT_FILE), FONT);
  }
  const scale = isSmall ? 1 / 3 : 1;
  const canvas = createCanvas(Math.round(WIDTH * scale), Math.round(HEIGHT * scale));
  const draw = canvas.getContext('2d');
  draw.scale(scale, scale);
  draw.fillStyle = '#fdfcf8';
  draw.fillRect(0, 0, WIDTH, HEIGHT);
  draw.strokeStyle = '#8a8f98';
  draw.lineWidth = 2;
  draw.strokeRect(44, 44, WIDTH - 88, HEIGHT - 88);
  draw.fillStyle = '#20262e';
  draw.textAlign = 'center';
  draw.font = `44px "${FONT}"`;
  draw.fillText(title, WIDTH / 2, 150, WIDTH - 140);
  draw.textAlign = 'left';
  draw.font = `22px "${FONT}"`;
  const words = [...lines, `编号（示例） ${String(serial).padStart(6, '0')}`, '本页为演示材料，内容均为虚构。'];
  words.forEach((line, index) => draw.fillText(line, 100, 240 + index * 44, WIDTH - 200));
  drawText(draw, 240 + words.length * 44 + 20);
  if (isStamped) drawSeal(draw);
  return new Uint8Array(canvas.toBuffer('image/jpeg', 82));
}

/** Grey bars in place of running text. */
function drawText(draw: SKRSContext2D, from: number): void {
  draw.fillStyle = '#d5d8dd';
  for (let y = from; y < HEIGHT - 300; y += 34) draw.fillRect(100, y, WIDTH - 200 - ((y * 37) % 180), 12);
}

function drawSeal(draw: SKRSContext2D): void {
  const [x, y, radius] = [WIDTH - 210, HEIGHT - 210, 96];
  draw.strokeStyle = 'rgba(200, 16, 46, 0.85)';
  draw.fillStyle = 'rgba(200, 16, 46, 0.85)';
  draw.lineWidth = 7;
  draw.beginPath();
  draw.arc(x, y, radius, 0, 2 * Math.PI);
  draw.stroke();
  draw.textAlign = 'center';
  draw.font = `72px "${FONT}"`;
  draw.fillText('★', x, y + 26);
  draw.font = `20px "${FONT}"`;
  draw.fillText('示例公章', x, y + 66);
}
