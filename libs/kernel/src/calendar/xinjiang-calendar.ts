import type { CalendarDay, CalendarYear } from './calendar-year.js';
import { type Day, dayNumberOf, dayOf } from './china-time.js';
import type { OfficeHours } from './office-hours.js';

/** A holiday of several days, both ends included. */
const off = (note: string, from: Day, to: Day = from): readonly CalendarDay[] => {
  const first = dayNumberOf(from);
  return Array.from({ length: dayNumberOf(to) - first + 1 }, (_, index) => ({ day: dayOf(first + index), kind: 'off', note }) as const);
};

/** Weekend days worked in exchange for a holiday. */
const worked = (holiday: string, ...days: readonly Day[]): readonly CalendarDay[] =>
  days.map((day) => ({ day, kind: 'working', note: `${holiday}调休上班` }));

const national2025 = [
  ...off('元旦', '2025-01-01'),
  ...off('春节', '2025-01-28', '2025-02-04'),
  ...worked('春节', '2025-01-26', '2025-02-08'),
  ...off('清明节', '2025-04-04', '2025-04-06'),
  ...off('劳动节', '2025-05-01', '2025-05-05'),
  ...worked('劳动节', '2025-04-27'),
  ...off('端午节', '2025-05-31', '2025-06-02'),
  ...off('国庆节、中秋节', '2025-10-01', '2025-10-08'),
  ...worked('国庆节、中秋节', '2025-09-28', '2025-10-11'),
];

const regional2025 = [...off('肉孜节', '2025-03-29', '2025-03-31'), ...off('古尔邦节', '2025-06-06', '2025-06-10')];

const national2026 = [
  ...off('元旦', '2026-01-01', '2026-01-03'),
  ...worked('元旦', '2026-01-04'),
  ...off('春节', '2026-02-15', '2026-02-23'),
  ...worked('春节', '2026-02-14', '2026-02-28'),
  ...off('清明节', '2026-04-04', '2026-04-06'),
  ...off('劳动节', '2026-05-01', '2026-05-05'),
  ...worked('劳动节', '2026-05-09'),
  ...off('端午节', '2026-06-19', '2026-06-21'),
  ...off('中秋节', '2026-09-25', '2026-09-27'),
  ...off('国庆节', '2026-10-01', '2026-10-07'),
  ...worked('国庆节', '2026-09-20', '2026-10-10'),
];

// the days that 《全国年节及纪念日放假办法》 (国务院令第795号) ties to the solar date; what is exchanged for them only the notice says
const fixedByLaw2027 = [
  ...off('元旦', '2027-01-01'),
  ...off('劳动节', '2027-05-01', '2027-05-02'),
  ...off('国庆节', '2027-10-01', '2027-10-03'),
];

/**
 * What a new installation in Xinjiang starts from, until the office enters its own notices. Of 2026 the national notice is here and the
 * autonomous region's is not: its days for 肉孜节 (about 20 March) and 古尔邦节 (about 27 May) are left out, and the week or more around each
 * is unsettled, so a deadline that passes through there is provisional and one that does not is settled.
 */
export const xinjiangYears: readonly CalendarYear[] = [
  {
    year: 2025,
    status: 'published',
    source:
      '《国务院办公厅关于2025年部分节假日安排的通知》（国办发明电〔2024〕12号）；自治区人民政府办公厅2025年节假日放假和冬夏季作息时间安排的通知（据转载，文号待核）',
    days: [...national2025, ...regional2025],
  },
  {
    year: 2026,
    status: 'published',
    source:
      '《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号）；自治区2026年肉孜节、古尔邦节放假安排尚未录入，前后各日暂定',
    days: national2026,
    unsettled: [
      { from: '2026-03-13', to: '2026-03-29', note: '自治区肉孜节放假安排尚未录入' },
      { from: '2026-05-18', to: '2026-06-07', note: '自治区古尔邦节放假安排尚未录入' },
    ],
  },
  {
    year: 2027,
    status: 'provisional',
    source: '2027年放假安排尚未录入；仅列《全国年节及纪念日放假办法》（国务院令第795号）按公历固定的假日，春节、清明、端午、中秋及调休未列',
    days: fixedByLaw2027,
  },
];

/**
 * Hours of the region's offices, from its notices for 2022 and 2023 (the sessions and first days of both are the same).
 * Prefectures and counties set their own (Toksun's summer of 2025 was 9:30–13:30 and 16:30–20:00): a body that does has its own calendar.
 */
export const xinjiangOfficeHours: readonly OfficeHours[] = [
  {
    from: '05-01',
    note: '夏季作息时间',
    sessions: [
      { opens: '10:00', closes: '14:00' },
      { opens: '16:00', closes: '20:00' },
    ],
  },
  {
    from: '10-01',
    note: '冬季作息时间',
    sessions: [
      { opens: '10:00', closes: '14:00' },
      { opens: '15:30', closes: '19:30' },
    ],
  },
];
