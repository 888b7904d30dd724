import type { IconName } from '../ui/icon';

/** The park as configured: `name` in running text, `wordmark` in the header. */
export type Park = { name: string; wordmark: string };

/** 技术支持 as configured; a missing line is left out. */
export type Support = { unit?: string; email?: string; phone?: string; hours?: string; qq?: string };

export type FrameUser = {
  /** Of somebody of an enterprise: whose unsaved typing this computer may keep. */
  id?: string | undefined;
  /** How the person is shown: super（超级用户）, 初审 林知远. */
  label: string;
  /** Where 我的空间 leads. */
  home: string;
};

export type MenuItem = {
  href: string;
  label: string;
  icon: IconName;
  count?: number;
  current?: boolean;
  /** For a rail, at most four characters. */ short?: string;
};

export type StaffMenuGroup = { title: string; items: readonly MenuItem[] };

export type FooterColumn = { title: string; links: readonly { label: string; href: string }[] };

/** Signs the visitor out; a server action. */
export type SignOut = (form: FormData) => void | Promise<void>;

export type PortalPlace = 'home' | 'talent' | 'enterprise' | 'notices';
