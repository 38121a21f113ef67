/**
 * 支出功能分类科目 as CSV (code, level, name, parent, status, evidence): the classes printed in 河北省外办 2024 table 1 and every
 * code used by the 2024 budget disclosures of 河北省外办, 山西省外办 and 海港区政府办; rows marked `unconfirmed` come from general
 * knowledge and must be replaced by the yearly official 政府收支分类科目 before they are relied on.
 */
export const functionalCsv = `code,level,name,parent,status,evidence
201,类,一般公共服务支出,,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开
20103,款,政府办公厅（室）及相关机构事务,201,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开
2010301,项,行政运行,20103,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开
2010302,项,一般行政管理事务,20103,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开
2010303,项,机关服务,20103,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
2010350,项,事业运行,20103,code+name read,河北省外办2024年部门预算公开；山西省外办2024年部门预算公开
2010399,项,其他政府办公厅（室）及相关机构事务支出,20103,code+name read,河北省外办2024年部门预算公开；山西省外办2024年部门预算公开
20125,款,港澳台事务,201,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
20129,款,群众团体事务,201,code+name read (test data),public GitHub test file of a Shanghai budget-disclosure tool
2012902,项,一般行政管理事务,20129,code+name read (test data),public GitHub test file of a Shanghai budget-disclosure tool
20199,款,其他一般公共服务支出,201,code+name read,山西省外办2024年部门预算公开
2019999,项,其他一般公共服务支出,20199,code+name read,山西省外办2024年部门预算公开
202,类,外交支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
20201,款,外交管理事务,202,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
2020101,项,行政运行,20201,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
2020102,项,一般行政管理事务,20201,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
2020103,项,机关服务,20201,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
2020104,项,专项业务,20201,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
2020150,项,事业运行,20201,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
2020199,项,其他外交管理事务支出,20201,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
20202,款,驻外机构,202,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
20203,款,对外援助,202,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
20204,款,国际组织,202,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
2020401,项,国际组织会费,20204,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
2020402,项,国际组织捐赠,20204,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
20205,款,对外合作与交流,202,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
2020503,项,在华国际会议,20205,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
2020504,项,国际交流活动,20205,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
2020505,项,对外合作活动,20205,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
2020599,项,其他对外合作与交流支出,20205,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
20206,款,对外宣传,202,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
2020601,项,对外宣传,20206,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
20207,款,边界勘界联检,202,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
20208,款,国际发展合作,202,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
20299,款,其他外交支出,202,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
2029999,项,其他外交支出,20299,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
203,类,国防支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
204,类,公共安全支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
205,类,教育支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
206,类,科学技术支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
207,类,文化旅游体育与传媒支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
208,类,社会保障和就业支出,,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开
20805,款,行政事业单位养老支出,208,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开
2080501,项,行政单位离退休,20805,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开
2080502,项,事业单位离退休,20805,code+name read,河北省外办2024年部门预算公开；山西省外办2024年部门预算公开
2080503,项,离退休人员管理机构,20805,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
2080505,项,机关事业单位基本养老保险缴费支出,20805,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开
2080506,项,机关事业单位职业年金缴费支出,20805,code+name read,河北省外办2024年部门预算公开；山西省外办2024年部门预算公开
209,类,社会保险基金支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
210,类,卫生健康支出,,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开
21007,款,计划生育事务,210,code+name read,山西省外办2024年部门预算公开
2100717,项,计划生育服务,21007,code+name read (test data),public GitHub test file of a Shanghai budget-disclosure tool
2100799,项,其他计划生育事务支出,21007,code+name read,山西省外办2024年部门预算公开
21011,款,行政事业单位医疗,210,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开
2101101,项,行政单位医疗,21011,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开
2101102,项,事业单位医疗,21011,code+name read,河北省外办2024年部门预算公开；山西省外办2024年部门预算公开
2101103,项,公务员医疗补助,21011,code+name read,海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开
2101199,项,其他行政事业单位医疗支出,21011,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
211,类,节能环保支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
212,类,城乡社区支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
213,类,农林水支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
214,类,交通运输支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
215,类,资源勘探工业信息等支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
216,类,商业服务业等支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
217,类,金融支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
219,类,援助其他地区支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
220,类,自然资源海洋气象等支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
221,类,住房保障支出,,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开
22102,款,住房改革支出,221,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开
2210201,项,住房公积金,22102,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开
2210202,项,提租补贴,22102,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
2210203,项,购房补贴,22102,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
222,类,粮油物资储备支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
223,类,国有资本经营预算支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
224,类,灾害防治及应急管理支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
227,类,预备费,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
229,类,其他支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
230,类,转移性支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
231,类,债务还本支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
232,类,债务付息支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
233,类,债务发行费用支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）
234,类,抗疫特别国债安排的支出,,"name read, code not printed",河北省外办2024年部门预算公开 表1（收支总表行名）`;
