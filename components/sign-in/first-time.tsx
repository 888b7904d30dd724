import { KeyDrawing } from '../ca/key-drawing';
import { Anchor } from '../ui/anchor';
import { Tag } from '../ui/status';
import styles from './first-time.module.css';

/** 第一次办理: what a new enterprise needs, with a drawing of each key. */
export function FirstTime({ guideHref }: { guideHref: string }) {
  return (
    <section>
      <h2>第一次办理，先成为新用户</h2>
      <p className={styles.lead}>用企业手里的 CA 数字证书实名注册。江苏CA、苏州CA 任选一种。</p>
      <KeyCards />
      <Anchor href={guideHref}>注册流程与所需材料</Anchor>
    </section>
  );
}

/** The two keys, told apart by who keeps them. */
export function KeyCards() {
  return (
    <ul className={styles.keys}>
      <li className={styles.key}>
        <KeyDrawing provider="JIANGSU" />
        <p className={styles.name}>
          江苏CA <Tag tone="blue">建议</Tag>
        </p>
        <p className={styles.note}>办税时领取，由财务保管</p>
      </li>
      <li className={styles.key}>
        <KeyDrawing provider="SUZHOU" />
        <p className={styles.name}>苏州CA</p>
        <p className={styles.note}>办公积金时领取，由人事保管</p>
      </li>
    </ul>
  );
}

/** 用哪个用户名登录. */
export function WhichUser() {
  return (
    <section>
      <h2>用哪个用户名登录</h2>
      <dl className={styles.users}>
        <dt>admin</dt>
        <dd>企业管理员，管理员工和企业信息</dd>
        <dt>super</dt>
        <dd>超级用户，办理全部业务</dd>
        <dt>经办人</dt>
        <dd>由管理员添加，办理指定业务</dd>
      </dl>
    </section>
  );
}
