import type { creditTexts as english } from '../en/credits.js'
import type { creditTroubleTexts } from '../en/creditTrouble.js'
import type { Translation } from '../labels.js'

export const creditTexts: Translation<typeof english & typeof creditTroubleTexts> = {
  'credits.title': 'رصيد النقاط',
  'credits.title-subscription': 'نقاط الاشتراك',
  'credits.title-pay-as-you-go': 'نقاط الدفع حسب الاستخدام',
  'credits.amount': {
    zero: '{count} نقطة',
    one: '{count} نقطة',
    two: '{count} نقطة',
    few: '{count} نقاط',
    many: '{count} نقطة',
    other: '{count} نقطة',
  },
  'credits.speech': {
    zero: 'لا تكفي لأي حرف من الكلام',
    one: 'تكفي لنحو حرف واحد من الكلام',
    two: 'تكفي لنحو حرفين من الكلام',
    few: 'تكفي لنحو {count} أحرف من الكلام',
    many: 'تكفي لنحو {count} حرفًا من الكلام',
    other: 'تكفي لنحو {count} حرف من الكلام',
  },
  'credits.subscription': 'الاشتراك',
  'credits.pay-as-you-go': 'الدفع حسب الاستخدام',
  'credits.next-reset': 'التجديد القادم',
  'credits.used-of': 'المتبقي {left} من {total} من النقاط الشهرية',
  'credits.meter': 'النقاط الشهرية المتبقية',
  'credits.low-title': 'الرصيد منخفض.',
  'credits.low': 'لن يمكن توليد كلام جديد بعد نفاده.',
  'credits.empty-title': 'نفدت النقاط.',
  'credits.empty': 'لا يمكن توليد كلام جديد.',
  'credits.empty-reset': 'لا يمكن توليد كلام جديد. التجديد القادم لباقتك: {time}.',
  'credits.no-access-title': 'ليس لديك إذن بالاطلاع على الرصيد.',
  'credits.load-failed': 'تعذّر تحميل الرصيد.',
  'credits.refresh-failed': 'تعذّر تحديث الرصيد.',
  'credits.badge-loading': 'جارٍ تحميل رصيد النقاط',
  'credits.badge-unknown': 'الرصيد غير معروف',
}
