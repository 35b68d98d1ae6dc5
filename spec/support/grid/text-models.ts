/** Models that differ in their texts: languages, lines, subjects, transfer encodings. */

import { fixture } from '../fixture.ts';
import type { Model } from './model.ts';
import { each, note } from './note.ts';

/** A sentence or two in scripts that senders carry differently. */
const languages: Readonly<Record<string, string>> = {
  english: 'The reading room is open on Monday.',
  french: 'La salle de lecture est ouverte lundi ; à bientôt, Zoé.',
  german: 'Der Lesesaal ist am Montag geöffnet. Schöne Grüße!',
  polish: 'Czytelnia jest otwarta w poniedziałek. Zażółć gęślą jaźń.',
  turkish: 'Okuma odası pazartesi günü açık. İyi günler, ığüşöç.',
  vietnamese: 'Phòng đọc mở cửa vào thứ Hai, từ chín giờ đến năm giờ.',
  russian: 'Читальный зал открыт в понедельник с девяти до пяти.',
  ukrainian: 'Читальна зала відкрита в понеділок, ґанок ліворуч, їжа є.',
  greek: 'Το αναγνωστήριο είναι ανοιχτό τη Δευτέρα.',
  hebrew: 'חדר הקריאה פתוח ביום שני בשעה 9:00 (קומה 2).',
  arabic: 'غرفة القراءة مفتوحة يوم الاثنين من الساعة 9 حتى 5.',
  persian: 'اتاق مطالعه دوشنبه باز است و می‌توانید بیایید.',
  hindi: 'वाचनालय सोमवार को खुला है।',
  thai: 'ห้องอ่านหนังสือเปิดวันจันทร์',
  japanese: '閲覧室は月曜日の九時から五時まで開いています。',
  chinese: '阅览室星期一九点至五点开放，欢迎光临。',
  korean: '열람실은 월요일 아홉 시부터 다섯 시까지 엽니다.',
  emoji: 'Open on Monday 🎉 👩🏽‍💻 🇫🇷 ❤️ 👨‍👩‍👧‍👦',
  typographic: '“Monday” – nine to five… it’s €5 • naïve café ™',
  mathematics: '∑ x² ≤ ∞, α ≠ β, 𝔸 ⊂ ℝ',
  combining: 'Cafe\u0301 at nine, Zoe\u0308 at ten.',
  nbsp: 'Prix\u00a0: 5\u00a0€, « demain »\u202f!',
};

/** Bodies whose lines senders, relays and boundaries trip over. */
const bodies: Readonly<Record<string, string>> = {
  empty: '',
  'one-line': 'Hello',
  'no-last-line-end': 'Hello\nBob',
  'blank-lines': '\n\nHello\n\n\n\nBob\n\n\n',
  dots: '.\n..\n.hidden\n...and so on\n.\n',
  'from-lines': 'From here on it rains.\n\nFrom Monday it does not.\n',
  dashes: '--\n-- \nAnn\n--boundary\n----\n',
  'equals-signs': 'a=b\na==b\n=3D stands for =\nE = mc=\n',
  'trailing-blanks': 'two blanks  \na tab\t\nend\n',
  tabs: 'a\tb\tc\n1\t2\t3\n',
  'long-line': `${'The reading room is open on Monday. '.repeat(40)}\n`,
  'very-long-line': `${'The reading room is open on Monday. '.repeat(400)}\n`,
  'one-long-word': `https://example.com/${'a1b2c3d4/'.repeat(200)}\n`,
  'long-french-line': `${'La salle de lecture est ouverte lundi, dès neuf heures à l’étage. '.repeat(60)}\n`,
  'line-of-998': `${'x'.repeat(998)}\n`,
  'line-of-76': `${'x'.repeat(76)}\n${'y'.repeat(77)}\n${'z'.repeat(78)}\n`,
  'many-lines': 'The reading room is open.\n'.repeat(2000),
  quoted: '> Hello Ann,\n> > is it open?\n>\nYes.\n\n>From Monday on.\n',
  headers: 'Subject: this is text\nTo: nobody\nContent-Type: text/html\n\nHello\n',
  code: 'if (a < b && c > d) { return "x\\n"; } // $100%\n{ "a": [1, 2, { "b": null }] }\n',
  links: 'See https://example.com/?a=1&b=2#c=3 and <https://example.org/%C3%A9>.\n',
  'looks-like-base64': `${'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo='.repeat(2)}\n`,
  uuencode: 'begin of the story\nend\n',
  price: 'Total: $1,299.00 (incl. 20 % VAT) -- 50% off!!\n',
  receipt: fixture('receipt.txt').toString(),
};

const subjects: Readonly<Record<string, string>> = {
  short: 'Hi',
  number: '42',
  'of-76': `Subject ${'x'.repeat(60)}`,
  'of-78-words': 'The reading room is open on Monday and Tuesday and Friday from nine to five',
  long: 'The reading room is open on Monday, and on Tuesday, and on Wednesday until noon, but not on Friday, when it is closed',
  'very-long': 'The reading room is open on Monday, and on Tuesday. '.repeat(6).trim(),
  'long-french':
    'La salle de lecture est ouverte lundi, mardi et mercredi dès neuf heures, mais fermée vendredi après-midi à cause d’un événement',
  'long-japanese': '閲覧室は月曜日の九時から五時まで開いています。'.repeat(4),
  'long-word': `Report-${'ab12'.repeat(30)}`,
  colon: 'Re: Fwd: [team] status: all good; see <notes> (draft) "v2"',
  'equals-question': 'Is 1=1? Yes=?maybe?=',
  'encoded-word-literal': 'How to read =?utf-8?Q?caf=C3=A9?= in a subject',
  blanks: 'two  blanks   three',
  'one-accent': 'The café is open on Monday',
  capitals: 'FYI: the USA office',
  emoji: '🎉 Open on Monday',
  hebrew: 'חדר הקריאה פתוח ביום שני',
  currency: 'Your receipt: €5.00 – thank you',
  quotes: '“Open” on Monday',
};

function pick(...keys: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(keys.map((key) => [key, languages[key] ?? '']));
}

export const textModels: readonly Model[] = [
  ...each('language', languages, (line) => ({ subject: line, text: `${line}\n\n${line}\n` })),
  ...each('html', pick('english', 'french', 'russian', 'hebrew', 'japanese', 'emoji'), (line) => ({
    subject: line,
    text: `${line}\n`,
    html: `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>x</title></head>\n<body><p>${line}</p></body></html>\n`,
  })),
  ...each('body', bodies, (text) => ({ text })),
  ...each('base64', pick('english', 'french'), (text) => ({
    text: `${text}\n`,
    encoding: 'base64' as const,
  })),
  ...each('qp', pick('english', 'french', 'japanese'), (text) => ({
    text: `${text}\n`,
    encoding: 'quoted-printable' as const,
  })),
  ...each('subject', subjects, (subject) => ({ subject })),
  note('subject-empty', { subject: '' }),
];
