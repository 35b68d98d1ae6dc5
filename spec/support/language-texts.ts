/** A few sentences of a letter about an order, in many languages, written for these specs. */

/** By language tag. */
export const languageTexts: Readonly<Record<string, string>> = {
  en: 'Dear Ann, it’s ready: “The naïve café” costs £12 — don’t wait… Zoë said it’s fine.',
  fr: 'Chère Éloïse, l’été est déjà là. Votre commande n° 12 a été expédiée à l’école : où êtes-vous ? Ça coûte 20 €.',
  de: 'Schöne Grüße aus München! Die Straße ist groß, die Äpfel sind süß. Über Öl und Übermut später mehr.',
  es: '¿Dónde está el señor Núñez? ¡Mañana saldrá el envío número tres! El año próximo será mejor.',
  pt: 'A sua encomenda já não está à venda. Amanhã haverá maçãs, pão e café; até lá, João e Conceição.',
  it: 'Perché no? La città è più bella così, però lunedì c’è già l’università. È tutto più facile.',
  sv: 'Hej Åsa! Kött och smör är på väg till Örebro. Vi hörs på måndag, då är jag ledig igen.',
  cs: 'Dobrý den, příliš žluťoučký kůň úpěl ďábelské ódy. Vaše objednávka číslo 12 byla odeslána do Plzně.',
  pl: 'Dzień dobry, państwa zamówienie zostało wysłane. Zażółć gęślą jaźń; Łódź jest piękna o każdej porze.',
  hu: 'Tisztelt Ügyfelünk! Az árvíztűrő tükörfúrógép megérkezett. Köszönjük szépen, várjuk vissza jövőre is.',
  ro: 'Bună ziua, comanda dumneavoastră a fost expediată. În grădină cântă păsările până târziu, câte două.',
  tr: 'Sayın müşterimiz, siparişiniz bugün gönderildi. İyi günler dileriz; ağaçlar çiçek açtı, kış bitiyor.',
  ru: 'Здравствуйте, ваш заказ отправлен. Её ёлка уже у нас, а их подарки ещё в пути. Всего доброго!',
  uk: 'Доброго дня, ваше замовлення надіслано. Її їжак і ці діти вже вдома, а ті ґанки ще ні. На все добре!',
  bg: 'Здравейте, вашата поръчка е изпратена. Те и тя ще дойдат утре, ако времето е хубаво. Поздрави!',
  el: 'Καλημέρα σας, η παραγγελία σας στάλθηκε. Ο Άρης και η Ήρα θα έρθουν αύριο, αν ο καιρός είναι καλός.',
  he: 'שלום רב, ההזמנה שלך נשלחה היום. נשמח לראותך שוב בקרוב, בברכה חמה מכל הצוות.',
  ar: 'مرحبا، تم إرسال طلبك اليوم. هل تريد شيئا آخر؟ نشكرك على ثقتك بنا، ونراك قريبا.',
  th: 'สวัสดีครับ แกงแดงของคุณพร้อมแล้ว เจนกับโดมจะมารับพรุ่งนี้ ขอบคุณมากครับ',
  vi: 'Xin chào, đơn hàng của bạn đã được gửi đi. Chúng tôi rất vui được phục vụ bạn lần nữa, hẹn gặp lại.',
  ja: 'いつもお世話になっております。ご注文の商品を発送いたしました。どうぞよろしくお願いいたします。',
  'ja-kana': 'ﾈｺ ﾄ ｲﾇ ﾊ ﾄﾓﾀﾞﾁ ﾃﾞｽ｡ ｺﾁﾗﾆ ｵﾅﾏｴ ｦ ｶｲﾃ ｸﾀﾞｻｲ｡',
  zh: '您好，您的订单已经发货了。这台电脑五百元，共三只；请每位客人为我们留言，联通用户也一样。',
  'zh-tw': '您好，您的訂單已經出貨了。這台電腦五百元，共三隻；請每位客人為我們留言，謝謝。',
  ko: '안녕하세요, 주문하신 상품이 발송되었습니다. 궁금한 점이 있으시면 언제든지 연락해 주세요. 감사합니다.',
};

/**
 * Words and scraps of genuine text that, in the charset named, are valid UTF-8 by accident.
 *
 * Each was looked for with an eye to its octets: 0xC2 to 0xF4, then 0x80 to 0xBF.
 */
export const accidents: readonly (readonly [charset: string, text: string])[] = [
  ['windows-1252', 'AVELÃ®'],
  ['windows-1252', 'AMANHÃ… MAMÃ…'],
  ['windows-1252', 'NESTLÉ® is sold; Spaß… Gruß—Peter, weiß…und groß…und'],
  ['windows-1252', 'weiß…und weiß…oder groß…aber'],
  ['windows-1254', 'HALÂ… HALÂ®'],
  ['iso-8859-1', 'AVELÃ® and AVELÃ® again'],
  ['windows-1250', 'MÍŠA'],
  ['windows-1251', 'Ці Ті Ві Ні'],
  ['iso-8859-5', 'ТЕ УЖ'],
  ['koi8-r', 'её её, чё её'],
  ['tis-620', 'แกง แดง โดน แทน'],
  ['ibm866', 'тАЩ'],
  ['ibm866', 'там чем сам тем'],
  ['macintosh', 'l’école, l’âge, l’état, l’étang, l’école'],
  ['shift_jis', 'ﾈｺ ﾄｲ ﾇｵ'],
  ['gbk', '元 台 位'],
  ['gbk', 'Canon 3台 500元, Epson 2台 800元, '.repeat(40)],
  ['gbk', 'x为y, a为b, x为y'],
];
