import type { Basis } from '@zhitongche/base';

/** Rules on money for temporary trips abroad. */
export const funds516 = (article: string): Basis => ({
  title: '财行〔2013〕516号《因公临时出国经费管理办法》',
  article,
});

/** The adjusted lodging, meal and incidental standards. */
export const standards434 = (article: string): Basis => ({
  title: '财行〔2017〕434号《关于调整因公临时出国住宿费标准等有关事项的通知》',
  article,
});
