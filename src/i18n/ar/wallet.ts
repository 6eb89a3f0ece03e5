import type { walletTexts as english } from '../en/wallet.js'
import type { Translation } from '../labels.js'

export const walletTexts: Translation<typeof english> = {
  'wallet.title': 'رصيد المحفظة',
  'wallet.speech': {
    zero: 'أقل من دقيقة من الكلام',
    one: 'نحو دقيقة واحدة من الكلام',
    two: 'نحو دقيقتين من الكلام',
    few: 'نحو {count} دقائق من الكلام',
    many: 'نحو {count} دقيقة من الكلام',
    other: 'نحو {count} دقيقة من الكلام',
  },
  'wallet.spent': 'المنفق حتى الآن',
  'wallet.low-title': 'الرصيد منخفض.',
  'wallet.low': 'لن يمكن توليد كلام جديد بعد نفاده.',
  'wallet.empty-title': 'نفد الرصيد.',
  'wallet.empty': 'لا يمكن توليد كلام جديد.',
}
