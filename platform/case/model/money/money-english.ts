/** English of what a service that charges brings with it, as far as whoever filed reads it. */
export const MONEY_ENGLISH: Readonly<Record<string, string>> = {
  缴费: 'Payment',
  收费收据: 'Receipt',
  申报当日应有有效的收费标准: 'There is a price in force on the day it is filed',
  '《中华人民共和国价格法》': 'Price Law of the People’s Republic of China',
  上传缴费凭证: 'Hand in a voucher',
  缴费凭证: 'Voucher',
  付款人: 'Paid by',
  付款日期: 'Paid on',
  转账凭证: 'Voucher of the bank',
  日期不能晚于今天: 'Not later than today',
  '《中华人民共和国会计法》': 'Accounting Law of the People’s Republic of China',
};
