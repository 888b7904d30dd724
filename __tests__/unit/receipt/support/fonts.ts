import { join } from 'node:path';

import type { RenderSettings } from '@/lib/paper/render/render-sheets';

const folder = join(process.cwd(), 'node_modules', '@expo-google-fonts');

export const FONTS = {
  regular: join(folder, 'noto-sans-sc', '400Regular', 'NotoSansSC_400Regular.ttf'),
  bold: join(folder, 'noto-sans-sc', '700Bold', 'NotoSansSC_700Bold.ttf'),
  title: join(folder, 'noto-serif-sc', '700Bold', 'NotoSerifSC_700Bold.ttf'),
};

export const SETTINGS: RenderSettings = { fonts: FONTS, secret: new TextEncoder().encode('a secret for tests only') };
