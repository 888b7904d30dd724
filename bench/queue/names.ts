const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹';
const GIVEN = '子涵雨轩浩然欣怡思远文博佳宁晓峰志强美玲建国海燕明哲静雯立新春华秋实';

/** A name of three characters; two thousand and more of them differ. */
export function inventedName(serial: number): string {
  const pick = (from: string, place: number) => [...from][place % from.length] ?? '';
  return pick(SURNAMES, serial) + pick(GIVEN, serial * 7 + 3) + pick(GIVEN, Math.floor(serial / 3) * 11 + 5);
}
