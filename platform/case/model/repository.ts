const HOSTS =
  /\b(?:github|githubusercontent|gitlab|gitee|gitcode|gitea|bitbucket|codeberg|sourceforge|coding\.net)\b|\bgit@|\.git\b|\bcommit\s+[0-9a-f]{7,}/i;

/** True when a text cites a software repository: a place to find a copy at, never what a rule rests on. */
export const namesRepository = (text: string): boolean => HOSTS.test(text);
