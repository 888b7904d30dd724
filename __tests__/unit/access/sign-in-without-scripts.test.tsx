import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'react-dom/server';
import { PictureCodeField } from '@/components/sign-in/picture-code-field';

const ID = '0192d3a4-0000-7000-8000-000000000000';

describe('the sign-in of a browser without scripts', () => {
  it('has the picture and one field for it, and offers nothing that needs a script', () => {
    const html = renderToString(<PictureCodeField purpose="enterprise-sign-in" firstId={ID} stamp={0} />);
    expect(html).toContain(`src="/api/captcha/${ID}?for=enterprise-sign-in"`);
    expect(html).toContain(`name="pictureCodeId" value="${ID}"`);
    expect(html.split('name="pictureCode"')).toHaveLength(2);
    expect(html).not.toContain('本机验证');
  });
});
