/**
 * Passwords that are guessed first: a word that many people use, with an ending that many people add, or a walk over the
 * keyboard. After the yearly lists of the most used passwords (NordPass, 2023 to 2025). Small enough for the page of an
 * invitation; NIST SP 800-63B-4, 3.1.1.2, asks for such a list.
 */
const WORDS = words(`
  a aa aaa ab abc abcd abcde abcdef admin administrator alexander amanda america andrew angel anthony apple april arsenal
  asd asdf asdfgh asdfghjkl ashley august autumn azerty azertyuiop banana barcelona baseball basketball batman bismillah
  buster butterfly changeme charlie cheese chelsea chocolate cisco company computer contraseña cookie daniel december default
  demo donald dragon eagles elephant employee facebook family february flower football forever freedom friday friends fuckyou
  george ginger google guest hannah harley heslo hello hockey hrx hunter iloveu iloveyou india internet january jasmine
  jennifer jessica jesus jordan joshua july june justin killer letmein linkedin liverpool login london lol love
  loveme lovely madrid maggie manager march marina master matthew merlin michael michelle minecraft mohammed monday monkey
  mother motorola mustang mypassword naruto nicole ninja november october office orange p@$$w0rd p@55w0rd p@ss p@ssw0rd
  p@ssword pakistan pass passw0rd password patrick pepper pokemon princess purple q qazwsx qwe qwer qwert qwerty qwertyu
  qwertyuiop qwertz ranger recruiter richard robert root samantha samsung saturday secret security senha september shadow
  silver soccer spring starwars student summer sunday sunshine superman support target test tester testing thomas thursday
  tigger trustno tuesday user victoria vodafone wednesday welcome whatever william winter worker yankees zxcvbn zxcvbnm
`);

const ENDINGS = new Set([
  '',
  ...words(`
    ! !! # $ * . 0 00 01 02 05 07 007 1 1! 1. 10 11 12 12! 13 21 22 23 24 25 26 69 77 88 99 100 111 112233 121212 123 123!
    123. 123# 123* 123@ 123123 1234 1234! 1234@ 12345 12345! 123456 123456! 123456@ 1234567 12345678 123456789 1234567890
    1q2w3e 2020 2021 2022 2023 2024 2025 2026 2027 2026! 2027! 321 4321 54321 654321 666 777 888 999 @ @! @1 @12 @123 @1234
    @12345 @123456 @1234567 @12345678 @123456789 @2023 @2024 @2025 @2026 @2027 #1 #123 #1234 _123 -123 .123
  `),
]);

const WALKS = new Set(
  words(`
    0123456789 01234567 0987654321 10203040 1029384756 1122334455 11223344 11112222 12121212 123123123 12341234 1234512345
    1234554321 12344321 123456123456 12345678 123456788 123456789 12345679 1234567890 12345678900 12345678901 12345678910
    1234567891 1234567899 1234qwer 1234abcd 12345qwert 123abc123 123456aa 123456a@ 123456aa@ 123456789a 12345678a 1234567a
    12345678@ 123456qwerty 123654789 123admin 123qweasd 123qweasdzxc 123qwe123 123qwe!@# 12qwaszx 13579246 135792468
    147258369 14725836 159357456 159753456 1a2b3c4d 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc 1qaz@wsx 1qazxsw2
    !qaz2wsx 21436587 22446688 31415926 456789123 741852963 789456123 87654321 987654321 9876543210 963852741 a1b2c3d4
    a1b2c3d4e5 aabb1122 aabbccdd abc123abc abcdefgh abcdefghi abcdefg1 abcdefg123 adminadmin adminisp admintelecom aaaa1111
    asdasdasd asdfasdf asdfghjk asdfqwer asdfzxcv computer lovelove passpass passwordpassword poiuytrewq princess1 q1w2e3r4
    q1w2e3r4t5 q1w2e3r4t5y6 qawsedrf qazwsxedc qazxswedc qweasdzxc qweqweqwe qwer4321 qwerasdf qwertyqwerty qwertyui qweasd123
    testtest theworldinyourhand trustno1 turktelekom zaq12wsx zaq1xsw2 zxcvasdf zxcvbnm, zxcvzxcv
  `),
);

/** What the person reads, wherever such a password is refused. */
export const COMMON_PASSWORD = 'Many people use this password, so it is easy to guess. Choose another one.';

/** @returns whether `password` is one of those that are guessed first; capital letters make no other password of it. */
export function isCommonPassword(password: string): boolean {
  const typed = password.toLowerCase();
  if (WALKS.has(typed) || new Set(typed).size === 1) return true;
  return WORDS.some((word) => typed.startsWith(word) && ENDINGS.has(typed.slice(word.length)));
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
