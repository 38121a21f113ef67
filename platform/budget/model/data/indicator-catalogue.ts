import { hebeiIndicators } from './indicators/hebei.ts';
import { shijiazhuangIndicators } from './indicators/shijiazhuang.ts';
import { shanxiIndicators } from './indicators/shanxi.ts';

/**
 * The 400 performance indicators published by 河北省外办, 山西省外办 and 石家庄市外办 in their 2024 disclosures, as CSV, with operator,
 * value, unit, deadline, scope, basis and the operational record each can be counted from.
 */
export const indicatorCsv = [
  'department,project_code,project_no,project,indicator_no,level1,level2,name,description,operator,value,unit,deadline,scope,target_raw,basis,baseline,computable_from,source_code,automation,note',
  hebeiIndicators,
  shijiazhuangIndicators,
  shanxiIndicators,
].join('\n');
