import { registerTemplateFile } from '@/lib/enterprise/commands/sheet-templates';
import { route } from '@/lib/runtime/route';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The template of the register, with every column as text. */
export const GET = route({ who: 'staff' }, async ({ ctx }) => {
  const name = encodeURIComponent('法人库导入模板.xlsx');
  return new Response(new Uint8Array(registerTemplateFile(ctx)), {
    headers: {
      'content-type': XLSX,
      'content-disposition': `attachment; filename="register.xlsx"; filename*=UTF-8''${name}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
    },
  });
});
