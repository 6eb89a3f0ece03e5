import type { CommonTexts } from '../en/common.js'
import type { Translation } from '../labels.js'

export const commonTexts: Translation<CommonTexts> = {
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
  'common.updated': 'آخر تحديث: {time}',
  'common.sign-in': 'تسجيل الدخول مجددًا',
  'time.just-now': 'الآن',
  'time.seconds': '{seconds}\u00a0ث',
  'time.minutes': '{minutes}\u00a0د {seconds}\u00a0ث',
}
