import type { rateMeterTexts as english } from '../en/rateMeter.js'
import type { Translation } from '../labels.js'

export const rateMeterTexts: Translation<typeof english> = {
  'rate-meter.title': 'حد الطلبات',
  'rate-meter.meter': 'الطلبات المتبقية',
  'rate-meter.left-of': {
    zero: 'المتبقي {left} من {count} طلب',
    one: 'المتبقي {left} من طلب واحد',
    two: 'المتبقي {left} من طلبين',
    few: 'المتبقي {left} من {count} طلبات',
    many: 'المتبقي {left} من {count} طلبًا',
    other: 'المتبقي {left} من {count} طلب',
  },
  'rate-meter.left': {
    zero: 'لم يتبقَّ أي طلب',
    one: 'يتبقى طلب واحد',
    two: 'يتبقى طلبان',
    few: 'يتبقى {count} طلبات',
    many: 'يتبقى {count} طلبًا',
    other: 'يتبقى {count} طلب',
  },
  'rate-meter.limit': {
    zero: 'لا طلبات في كل فترة',
    one: 'طلب واحد في كل فترة',
    two: 'طلبان في كل فترة',
    few: '{count} طلبات في كل فترة',
    many: '{count} طلبًا في كل فترة',
    other: '{count} طلب في كل فترة',
  },
  'rate-meter.reset-in': 'يُعاد ضبطه بعد {wait}.',
  'rate-meter.reset-at': 'يُعاد ضبطه في {time}.',
  'rate-meter.no-reset': 'موعد إعادة الضبط القادمة غير معروف.',
  'rate-meter.renewed': 'أُعيد ضبط الحد. سيظهر المتبقي مع الطلب القادم.',
  'rate-meter.unknown': 'لا يوجد حد معروف بعد. سيظهر هنا عندما يُبلغ الحساب عنه.',
  'rate-meter.spent-title': 'لم تتبقَّ أي طلبات.',
  'rate-meter.spent': 'تنتظر الطلبات الجديدة إعادة الضبط.',
  'rate-meter.paused-title': 'طلبات كثيرة جدًا.',
  'rate-meter.paused-in': 'ستُرسل الطلبات الجديدة بعد {wait}.',
  'rate-meter.paused-at': 'ستُرسل الطلبات الجديدة في {time}.',
}
