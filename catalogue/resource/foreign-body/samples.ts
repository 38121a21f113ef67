const host = (
  country: string,
  city: string,
  name: string,
  foreignName: string,
  person: string,
  post: string,
) => ({
  answers: {
    name,
    foreignName,
    country,
    city,
    kind: 'organisation' as const,
    address: `${country}${city}（地址见邀请函）`,
    person,
    post,
  },
});

/** Invented hosts in three countries. */
export const samples = () => [
  host(
    '日本',
    '东京',
    '日本某国际交流协会',
    'Example International Exchange Association',
    '佐藤健一',
    '事务局长',
  ),
  host('韩国', '首尔', '韩国某贸易交流院', 'Example Trade Exchange Institute', '金秀贤', '院长'),
  host('新加坡', '新加坡', '新加坡某商会', 'Example Chamber of Commerce Singapore', '陈国荣', '会长'),
];
