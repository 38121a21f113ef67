import type { Basis } from '@zhitongche/base';
import { projectCheckCharacter, projectCodeProblem } from '@zhitongche/budget';
import type { Finding } from '@zhitongche/case';

/** How the code of a project is checked: worked out from the codes of published budgets, for the official text has not been read. */
export const PROJECT_CODE: Basis = {
  title: '河北省外办2024年度部门预算',
  article: '项目编码第21位为校验位（由已公开的25个编码推得）',
  unconfirmed: true,
};

/** What is wrong with a project code, and what its last sign would have to be. */
export const codeFaults = (project: string): readonly Finding[] => {
  const wrong = projectCodeProblem(project);
  if (wrong === null) return [];
  const right = wrong === 'check-character' ? projectCheckCharacter(project.slice(0, 20)) : null;
  return [
    {
      at: ['project'],
      message:
        right === null
          ? `“${project}”不是21位的项目代码`
          : `项目代码“${project}”的校验位不对，按前20位应是“${right}”`,
      en: 'The project code is not a sound one',
      todo: '请对照预算管理一体化系统里的代码；基本支出不填项目代码',
    },
  ];
};
