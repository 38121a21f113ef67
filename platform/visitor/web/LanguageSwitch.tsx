import { setLanguage, useWords } from '@zhitongche/ui';

/** Changes between Chinese and English. */
export const LanguageSwitch = () => {
  const { language } = useWords();
  return (
    <button
      type="button"
      className="visit-language"
      lang={language === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
    >
      {language === 'zh' ? 'English' : '中文'}
    </button>
  );
};
