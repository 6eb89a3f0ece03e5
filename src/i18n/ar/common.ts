import type { commonTexts as english } from '../en/common.js'
import type { Translation } from '../labels.js'

export const commonTexts: Translation<typeof english> = {
  'common.add-funds': 'إضافة رصيد',
  'common.cancel': 'إلغاء',
  'common.close': 'إغلاق',
  'common.dismiss': 'تجاهل',
  'common.never': 'أبدًا',
  'common.not-reported': 'غير معروف',
  'common.optional': 'اختياري',
  'common.refresh': 'تحديث',
  'common.try-again': 'إعادة المحاولة',
  'common.working': 'قيد التنفيذ',
  'common.loading': 'جارٍ التحميل',
  'common.last-loaded': 'آخر بيانات تم تحميلها: {time}.',
  'common.updated': 'آخر تحديث: {time}',
  'common.field-error': '\u2068{field}\u2069: \u2068{message}\u2069',
  'common.reference': 'المرجع: \u2068{id}\u2069',
  'common.sign-in': 'تسجيل الدخول مجددًا',
  'time.just-now': 'الآن',
  'time.seconds': '{seconds} ث',
  'time.minutes': '{minutes} د {seconds} ث',
}
