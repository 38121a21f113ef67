import type { Check, Finding } from '@zhitongche/case';
import { files } from '@zhitongche/form';
import { accountRule } from './basis.ts';
import { PHOTO_RULE } from './clerk-card.ts';

/** The photograph of a clerk, as the card prints it; asked for wherever a clerk is put on file. */
export const clerkPhoto = files('照片', {
  accept: ['jpg', 'jpeg'],
  maxBytes: 5 * 1024 * 1024,
  maxFiles: 1,
  sensitivity: 'personal',
  help: '近期正面免冠一寸照，印在专办员证上；没有照片的不发证',
  photo: PHOTO_RULE,
});

/** What is said of a clerk without one: nothing stands in the way of the filing, but there will be no card. */
export const NO_PHOTO: Pick<Check, 'title' | 'level' | 'basis'> = {
  title: '发专办员证的须有照片',
  level: 'info',
  basis: accountRule('专办员证凭照片核对本人'),
};

/** Whether no photograph was given. */
export const lacksPhoto = (photo: unknown): boolean => !Array.isArray(photo) || photo.length === 0;

/** Said where the photograph belongs. */
export const noPhotoAt = (at: Finding['at']): Finding => ({
  at,
  message: '没有照片，确认后印不出专办员证',
  en: 'Without a photograph there will be no card',
  todo: '请上传一寸照；暂不领证的可以以后再补',
});
