/**
 * 支出经济分类科目 as CSV, the department scheme (3xx) and the government scheme (5xx) with the mapping from one to the other by kind of
 * unit; evidence per row: 2024 disclosures of 河北省外办, 山西省外办, 海港区政府办 and the public 《政府预算和部门预算支出经济分类科目对照表》.
 */
export const economicCsv = `scheme,code,level,name,parent,gov_code_for_administrative_unit,admin_mapping_status,gov_code_for_public_institution,institution_mapping_status,status,evidence
部门预算支出经济分类,301,类,工资福利支出,,,,,,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30101,款,基本工资,301,50101,read,50501,read,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30102,款,津贴补贴,301,50101,read,50501,read,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30103,款,奖金,301,50101,read,50501,read,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30106,款,伙食补助费,301,50199,read,50501,unconfirmed,code+name read,公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30107,款,绩效工资,301,,,50501,read,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)
部门预算支出经济分类,30108,款,机关事业单位基本养老保险缴费,301,50102,read,50501,read,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30109,款,职业年金缴费,301,50102,read,50501,read,code+name read,河北省外办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30110,款,职工基本医疗保险缴费,301,50102,read,50501,read,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30111,款,公务员医疗补助缴费,301,50102,read,50501,read,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30112,款,其他社会保障缴费,301,50102,read,50501,read,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30113,款,住房公积金,301,50103,read,50501,read,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30114,款,医疗费,301,50199,read,50501,unconfirmed,code+name read,公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30199,款,其他工资福利支出,301,50199,read,50501,unconfirmed,code+name read,河北省外办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,302,类,商品和服务支出,,,,,,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30201,款,办公费,302,50201,read,50502,read,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30202,款,印刷费,302,50201,read,50502,read,code+name read,河北省外办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30203,款,咨询费,302,50205,unconfirmed,50502,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,30204,款,手续费,302,50201,read,50502,read,code+name read,山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30205,款,水费,302,50201,read,50502,read,code+name read,河北省外办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30206,款,电费,302,50201,read,50502,read,code+name read,河北省外办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30207,款,邮电费,302,50201,read,50502,read,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30208,款,取暖费,302,50201,read,50502,read,code+name read,山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30209,款,物业管理费,302,50201,read,50502,read,code+name read,河北省外办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30211,款,差旅费,302,50201,read,50502,read,code+name read,河北省外办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30212,款,因公出国（境）费用,302,50207,read,50502,unconfirmed,code+name read,河北省外办2024年部门预算公开；山西省外办2024年部门预算公开(名称)
部门预算支出经济分类,30213,款,维修(护)费,302,50209,read,50502,read,code+name read,河北省外办2024年部门预算公开；山西省外办2024年部门预算公开(名称)
部门预算支出经济分类,30214,款,租赁费,302,50201,read,50502,unconfirmed,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30215,款,会议费,302,50202,read,50502,unconfirmed,code+name read,河北省外办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30216,款,培训费,302,50203,read,50502,read,code+name read,河北省外办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30217,款,公务接待费,302,50206,unconfirmed,50502,unconfirmed,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开
部门预算支出经济分类,30218,款,专用材料费,302,50204,read,50502,unconfirmed,code+name read,公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30224,款,被装购置费,302,50204,read,50502,unconfirmed,code+name read,公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30225,款,专用燃料费,302,50204,unconfirmed,50502,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,30226,款,劳务费,302,50205,unconfirmed,50502,read,code+name read,河北省外办2024年部门预算公开；山西省外办2024年部门预算公开(名称)
部门预算支出经济分类,30227,款,委托业务费,302,50205,read,50502,unconfirmed,code+name read,河北省外办2024年部门预算公开；山西省外办2024年部门预算公开(名称)
部门预算支出经济分类,30228,款,工会经费,302,50201,read,50502,read,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30229,款,福利费,302,50201,read,50502,read,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30231,款,公务用车运行维护费,302,50208,read,50502,unconfirmed,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)
部门预算支出经济分类,30239,款,其他交通费用,302,50201,read,50502,read,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)；公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30240,款,税金及附加费用,302,50201,read,50502,unconfirmed,code+name read,公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
部门预算支出经济分类,30299,款,其他商品和服务支出,302,50299,read,50502,read,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)
部门预算支出经济分类,303,类,对个人和家庭的补助,,,,,,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)
部门预算支出经济分类,30301,款,离休费,303,50905,read,,,"name read, code not printed",山西省外办2024年部门预算公开(名称)；public front-end file listing 决算 columns by class
部门预算支出经济分类,30302,款,退休费,303,50905,read,,,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)
部门预算支出经济分类,30303,款,退职（役）费,303,50905,unconfirmed,,,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,30304,款,抚恤金,303,50901,unconfirmed,,,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,30305,款,生活补助,303,50901,unconfirmed,,,code+name read,河北省外办2024年部门预算公开
部门预算支出经济分类,30306,款,救济费,303,50901,unconfirmed,,,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,30307,款,医疗费补助,303,50901,read,,,"name read, code not printed",山西省外办2024年部门预算公开(名称)；public front-end file listing 决算 columns by class
部门预算支出经济分类,30308,款,助学金,303,50902,read,,,"name read, code not printed",山西省外办2024年部门预算公开(名称)；public front-end file listing 决算 columns by class
部门预算支出经济分类,30309,款,奖励金,303,50901,read,,,code+name read,河北省外办2024年部门预算公开；海港区政府办2024年部门预算公开；山西省外办2024年部门预算公开(名称)
部门预算支出经济分类,30310,款,个人农业生产补贴,303,50903,unconfirmed,,,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,30311,款,代缴社会保险费,303,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
部门预算支出经济分类,30399,款,其他对个人和家庭的补助,303,50999,unconfirmed,,,code+name read,河北省外办2024年部门预算公开
部门预算支出经济分类,307,类,债务利息及费用支出,,,,,,"code read, name partly",public front-end file (class headings)
部门预算支出经济分类,30701,款,国内债务付息,307,,,,,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,30702,款,国外债务付息,307,,,,,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,30703,款,国内债务发行费用,307,,,,,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,30704,款,国外债务发行费用,307,,,,,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,309,类,资本性支出（基本建设）,,,,,,"code read, name partly",public front-end file (class headings)
部门预算支出经济分类,30901,款,房屋建筑物购建,309,,,50602,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,30902,款,办公设备购置,309,,,50602,unconfirmed,"name read, code not printed",山西省外办2024年部门预算公开(名称)；public front-end file listing 决算 columns by class
部门预算支出经济分类,30903,款,专用设备购置,309,,,50602,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,30905,款,基础设施建设,309,,,50602,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,30906,款,大型修缮,309,,,50602,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,30907,款,信息网络及软件购置更新,309,,,50602,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,30908,款,物资储备,309,,,50602,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,30913,款,公务用车购置,309,,,50602,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,30919,款,其他交通工具购置,309,,,50602,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,30921,款,文物和陈列品购置,309,,,50602,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,30922,款,无形资产购置,309,,,50602,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,30999,款,其他基本建设支出,309,,,50602,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,310,类,资本性支出,,,,,,code+name read,河北省外办2024年部门预算公开；山西省外办2024年部门预算公开(名称)
部门预算支出经济分类,31001,款,房屋建筑物购建,310,50301,unconfirmed,50601,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,31002,款,办公设备购置,310,50306,read,50601,read,code+name read,河北省外办2024年部门预算公开；山西省外办2024年部门预算公开(名称)
部门预算支出经济分类,31003,款,专用设备购置,310,50306,unconfirmed,50601,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,31005,款,基础设施建设,310,50302,unconfirmed,50601,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,31006,款,大型修缮,310,50307,unconfirmed,50601,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,31007,款,信息网络及软件购置更新,310,50306,unconfirmed,50601,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,31008,款,物资储备,310,50399,unconfirmed,50601,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,31009,款,土地补偿,310,50305,unconfirmed,50601,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,31010,款,安置补助,310,50305,unconfirmed,50601,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,31011,款,地上附着物和青苗补偿,310,50305,unconfirmed,50601,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,31012,款,拆迁补偿,310,50305,unconfirmed,50601,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,31013,款,公务用车购置,310,50303,unconfirmed,50601,unconfirmed,code+name read,public GitHub note on 决算 audit (code 31013 公务用车购置)
部门预算支出经济分类,31019,款,其他交通工具购置,310,50399,unconfirmed,50601,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,31021,款,文物和陈列品购置,310,50399,unconfirmed,50601,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,31022,款,无形资产购置,310,50399,unconfirmed,50601,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,31099,款,其他资本性支出,310,50399,unconfirmed,50601,unconfirmed,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,311,类,对企业补助（基本建设）,,,,,,"code read, name partly",public front-end file (class headings)
部门预算支出经济分类,31101,款,资本金注入,311,,,,,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,31199,款,其他对企业补助,311,,,,,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,312,类,对企业补助,,,,,,"code read, name partly",public front-end file (class headings)
部门预算支出经济分类,31201,款,资本金注入,312,,,,,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,31203,款,政府投资基金股权投资,312,,,,,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,31204,款,费用补贴,312,,,,,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,31205,款,利息补贴,312,,,,,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,31299,款,其他对企业补助,312,,,,,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,313,类,对社会保障基金补助,,,,,,"code read, name partly",public front-end file (class headings)
部门预算支出经济分类,31302,款,对社会保险基金补助,313,,,,,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,31303,款,补充全国社会保障基金,313,,,,,"name read, code not printed",public front-end file listing 决算 columns by class
部门预算支出经济分类,31304,款,对机关事业单位职业年金的补助,313,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
部门预算支出经济分类,399,类,其他支出,,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
部门预算支出经济分类,39907,款,国家赔偿费用支出,399,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
部门预算支出经济分类,39908,款,对民间非营利组织和群众性自治组织补贴,399,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
部门预算支出经济分类,39909,款,经常性赠与,399,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
部门预算支出经济分类,39910,款,资本性赠与,399,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
部门预算支出经济分类,39999,款,其他支出,399,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,501,类,机关工资福利支出,,,,,,code+name read,公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
政府预算支出经济分类,50101,款,工资奖金津补贴,501,,,,,code+name read,公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
政府预算支出经济分类,50102,款,社会保障缴费,501,,,,,code+name read,公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
政府预算支出经济分类,50103,款,住房公积金,501,,,,,code+name read,公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
政府预算支出经济分类,50199,款,其他工资福利支出,501,,,,,code+name read,公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
政府预算支出经济分类,502,类,机关商品和服务支出,,,,,,code+name read,公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
政府预算支出经济分类,50201,款,办公经费,502,,,,,code+name read,公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
政府预算支出经济分类,50202,款,会议费,502,,,,,code+name read,公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
政府预算支出经济分类,50203,款,培训费,502,,,,,code+name read,公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
政府预算支出经济分类,50204,款,专用材料购置费,502,,,,,code+name read,公共页《政府预算和部门预算支出经济分类科目对照表》 (m.ishare.iask.sina.com.cn/f/oIuBYFV8aL.html)
政府预算支出经济分类,50205,款,委托业务费,502,,,,,"name read, code not printed",山西省外办2024年部门预算公开(名称)
政府预算支出经济分类,50206,款,公务接待费,502,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,50207,款,因公出国（境）费用,502,,,,,"name read, code not printed",山西省外办2024年部门预算公开(名称)
政府预算支出经济分类,50208,款,公务用车运行维护费,502,,,,,"name read, code not printed",山西省外办2024年部门预算公开(名称)
政府预算支出经济分类,50209,款,维修（护）费,502,,,,,"name read, code not printed",山西省外办2024年部门预算公开(名称)
政府预算支出经济分类,50299,款,其他商品和服务支出,502,,,,,"name read, code not printed",山西省外办2024年部门预算公开(名称)
政府预算支出经济分类,503,类,机关资本性支出,,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,50301,款,房屋建筑物购建,503,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,50302,款,基础设施建设,503,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,50303,款,公务用车购置,503,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,50305,款,土地征迁补偿和安置支出,503,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,50306,款,设备购置,503,,,,,"name read, code not printed",山西省外办2024年部门预算公开(名称)
政府预算支出经济分类,50307,款,大型修缮,503,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,50399,款,其他资本性支出,503,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,504,类,机关资本性支出（基本建设）,,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,50401,款,房屋建筑物购建,504,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,50402,款,基础设施建设,504,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,50403,款,公务用车购置,504,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,50404,款,设备购置,504,,,,,"name read, code not printed",山西省外办2024年部门预算公开(名称)
政府预算支出经济分类,50405,款,大型修缮,504,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,50499,款,其他资本性支出,504,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,505,类,对事业单位经常性补助,,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,50501,款,工资福利支出,505,,,,,"name read, code not printed",山西省外办2024年部门预算公开(名称)
政府预算支出经济分类,50502,款,商品和服务支出,505,,,,,"name read, code not printed",山西省外办2024年部门预算公开(名称)
政府预算支出经济分类,50599,款,其他对事业单位补助,505,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,506,类,对事业单位资本性补助,,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,50601,款,资本性支出,506,,,,,"name read, code not printed",山西省外办2024年部门预算公开(名称)
政府预算支出经济分类,50602,款,资本性支出（基本建设）,506,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,507,类,对企业补助,,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,50701,款,费用补贴,507,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,50702,款,利息补贴,507,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,50799,款,其他对企业补助,507,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,508,类,对企业资本性支出,,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,509,类,对个人和家庭的补助,,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,50901,款,社会福利和救助,509,,,,,"name read, code not printed",山西省外办2024年部门预算公开(名称)
政府预算支出经济分类,50902,款,助学金,509,,,,,"name read, code not printed",山西省外办2024年部门预算公开(名称)
政府预算支出经济分类,50903,款,个人农业生产补贴,509,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,50905,款,离退休费,509,,,,,"name read, code not printed",山西省外办2024年部门预算公开(名称)
政府预算支出经济分类,50999,款,其他对个人和家庭补助,509,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,510,类,对社会保障基金补助,,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,51002,款,对社会保险基金补助,510,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,51003,款,补充全国社会保障基金,510,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,51004,款,对机关事业单位职业年金的补助,510,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,511,类,债务利息及费用支出,,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,51101,款,国内债务付息,511,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,51102,款,国外债务付息,511,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,51103,款,国内债务发行费用,511,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,51104,款,国外债务发行费用,511,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,512,类,债务还本支出,,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,51201,款,国内债务还本,512,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,51202,款,国外债务还本,512,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,513,类,转移性支出,,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,514,类,预备费及预留,,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,51401,款,预备费,514,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,51402,款,预留,514,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,599,类,其他支出,,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,59907,款,国家赔偿费用支出,599,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,59908,款,对民间非营利组织和群众性自治组织补贴,599,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,59909,款,经常性赠与,599,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,59910,款,资本性赠与,599,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
政府预算支出经济分类,59999,款,其他支出,599,,,,,unconfirmed,general knowledge; check against the fiscal year's 政府收支分类科目
部门预算支出经济分类,3021202,项（省内扩展）,其他因公出国（境）费,30212,,,,,code+name read,河北省外办2024年部门预算公开`;
