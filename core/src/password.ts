/** How a password falls short; in the order in which it is said. */
export const passwordFaults = [
  "password-too-short",
  "password-too-long",
  "password-too-plain",
  "password-has-username",
  "password-common",
] as const;
export type PasswordFault = (typeof passwordFaults)[number];

export const longestPassword = 128;
const longEnoughToBePlain = 16;
const classesNeeded = 3;
const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

/** Words that lists of leaked passwords begin with; Chinese ones by their pinyin and their numbers. */
const commonWords = [
  "password passw0rd passwd p@ssw0rd p@ssword pa55word letmein welcome iloveyou monkey dragon master sunshine princess",
  "football baseball superman batman trustno1 shadow michael hello charlie donald freedom whatever login access",
  "qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc 1qaz2wsx 1q2w3e4r 1q2w3e4r5t q1w2e3r4 zaq12wsx",
  "abc123 abcd1234 abc12345 abcdefg a123456 a1234567 a12345678 a123456789 aa123456 aa123456789 qq123456 q123456",
  "123456 1234567 12345678 123456789 1234567890 123123 123321 112233 121212 123123123 123654 654321 987654321",
  "000000 111111 222222 333333 555555 666666 777777 888888 999999 00000000 11111111 88888888 147258369 159357 789456",
  "5201314 520520 1314520 521521 woaini woaini1314 woaini520 wozuiaini iloveyou520 woaiwojia woaiwo aini1314",
  "5211314 7758521 7758258 584520 3344520 198751 wangyut2 zhang123 wang123 li123456 zhangwei wangwei liming xiaoming",
  "zhongguo china beijing shanghai liuzhou guangxi woaizhongguo taobao weixin wechat alipay tencent baidu huawei",
  "admin admin123 admin888 administrator adminadmin root toor test test123 guest user system manager demo changeme",
  "yuanbiao yuanqu kaifaqu gaoxinqu kejiju zhengfu tongji office default secret temp1234 letmein1 google windows",
].flatMap((line) => line.split(" "));
const common = new Set(commonWords);
const longestFirst = [...common].filter((word) => word.length >= 5).sort((a, b) => b.length - a.length);

const lookAlikes: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "0": "o",
  "1": "l",
  "3": "e",
  $: "s",
  "5": "s",
};

function plainOf(text: string): string {
  return [...text].map((letter) => lookAlikes[letter] ?? letter).join("");
}

/** Whether what is left beside a common word, a year or a repeated or running letter is too little to guess at. */
function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  const left = [lower, plainOf(lower)].map((text) => leftOver(text));
  return Math.min(...left) < 4;
}

/** How many letters are not part of a common word, a year, a run (abcd, 4321) or a repetition. */
function leftOver(text: string): number {
  let rest = text;
  for (const word of longestFirst) rest = rest.replaceAll(word, "");
  rest = rest.replace(/(19|20)\d{2}/g, "").replace(/[!@#$%^&*._-]+/g, "");
  return withoutRuns(rest).length;
}

function withoutRuns(text: string): string {
  const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  return codes
    .filter((code, at) => {
      const step = code - (codes[at - 1] ?? Number.NaN);
      return !(Math.abs(step) <= 1);
    })
    .map((code) => String.fromCodePoint(code))
    .join("");
}

/**
 * What stands against a password, nothing where it may be used: at least `length` letters (10 by default), of three of
 * the four classes (small, capital, digit, other) unless it has 16 or more, without the user name, and not a common one.
 */
export function passwordFaultsOf(password: string, username: string, length = 10): PasswordFault[] {
  const count = [...password].length;
  const found = classes.filter((pattern) => pattern.test(password)).length;
  const name = username.toLowerCase();
  const stands: Readonly<Record<PasswordFault, boolean>> = {
    "password-too-short": count < length,
    "password-too-long": count > longestPassword,
    "password-too-plain": found < classesNeeded && count < longEnoughToBePlain,
    "password-has-username": name.length >= 3 && password.toLowerCase().includes(name),
    "password-common": isCommon(password),
  };
  return passwordFaults.filter((fault) => stands[fault]);
}
