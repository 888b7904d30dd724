import { Section } from '../ui/card';

/** What makes a password good, said where one is chosen. */
export function PasswordAdvice() {
  return (
    <Section title="怎样选一个好密码">
      <p>几个不相干的词连在一起，好记也难猜。</p>
      <p>不要用企业名称、信用代码、用户名、生日或 123456 一类的常见密码。</p>
      <p>不要与其他网站相同。密码只由本人使用，同事请另开账号。</p>
    </Section>
  );
}
