// Family names of two characters that are in use today. A name in which one of them is followed by nothing
// (欧阳 alone) is read as a family name of one character.
const COMPOUND_FAMILY_NAMES = new Set(
  `欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离
  长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭
  南门 羊舌 微生 梁丘 左丘 东门 西门 南荣 第五 淳于 单于 叱干 贺兰 哥舒 纳兰 完颜 耶律 即墨 达奚 褚师
  歐陽 司馬 東方 南宮 諸葛 尉遲 鍾離 長孫 鮮于 聞人 赫連`.split(/\s+/),
);

/** How many characters at the head of a Chinese name are the family name: 2 for a known compound one, else 1. */
export function familyNameLength(characters: readonly string[]): number {
  return characters.length > 2 && COMPOUND_FAMILY_NAMES.has(characters.slice(0, 2).join('')) ? 2 : 1;
}
