import type { Language } from './languages.js';

/** Names of Xinjiang and of its prefectures and cities by division code (GB/T 2260). Chinese names come with the directory itself. */
const places: Readonly<Record<string, { readonly en: string; readonly ug: string }>> = {
  '650000': { en: 'Xinjiang Uygur Autonomous Region', ug: 'شىنجاڭ ئۇيغۇر ئاپتونوم رايونى' },
  '650100': { en: 'Ürümqi City', ug: 'ئۈرۈمچى شەھىرى' },
  '650200': { en: 'Karamay City', ug: 'قاراماي شەھىرى' },
  '650400': { en: 'Turpan City', ug: 'تۇرپان شەھىرى' },
  '650500': { en: 'Hami City', ug: 'قۇمۇل شەھىرى' },
  '652300': { en: 'Changji Hui Autonomous Prefecture', ug: 'سانجى خۇيزۇ ئاپتونوم ئوبلاستى' },
  '652700': { en: 'Bortala Mongol Autonomous Prefecture', ug: 'بۆرتالا موڭغۇل ئاپتونوم ئوبلاستى' },
  '652800': { en: 'Bayingolin Mongol Autonomous Prefecture', ug: 'بايىنغولىن موڭغۇل ئاپتونوم ئوبلاستى' },
  '652900': { en: 'Aksu Prefecture', ug: 'ئاقسۇ ۋىلايىتى' },
  '653000': { en: 'Kizilsu Kirgiz Autonomous Prefecture', ug: 'قىزىلسۇ قىرغىز ئاپتونوم ئوبلاستى' },
  '653100': { en: 'Kashgar Prefecture', ug: 'قەشقەر ۋىلايىتى' },
  '653200': { en: 'Hotan Prefecture', ug: 'خوتەن ۋىلايىتى' },
  '654000': { en: 'Ili Kazakh Autonomous Prefecture', ug: 'ئىلى قازاق ئاپتونوم ئوبلاستى' },
  '654200': { en: 'Tacheng Prefecture', ug: 'تارباغاتاي ۋىلايىتى' },
  '654300': { en: 'Altay Prefecture', ug: 'ئالتاي ۋىلايىتى' },
};

/** The name of the region or of a prefecture in a language other than Chinese, where this site knows it. */
export function placeIn(language: Language, divisionCode: string | undefined): string | undefined {
  return language === 'zh-CN' ? undefined : places[divisionCode ?? '']?.[language];
}
