/** The 57 performance indicators 石家庄市外办 published in its 2024 disclosure, as CSV lines in the order of `indicatorCsv`. */
export const shijiazhuangIndicators = `石家庄市人民政府外事办公室,,D一,（部门整体）,1,部门分项目标,增强涉外管理能力,领事保护培训、APEC商务旅行卡培训等,,=,450,人次,,年度,计划领事保护培训、APEC商务旅行卡培训等450人次左右,,,training attendance: persons signed in,train.attendance,auto,“左右”；项目4为≥450人
石家庄市人民政府外事办公室,,D一,（部门整体）,2,部门分项目标,增强涉外管理能力,培训对象满意度,,≥,90,%,,年度,培训对象满意度≥90%,,,survey: trainees,survey.trainees,survey,
石家庄市人民政府外事办公室,,D二,（部门整体）,1,部门分项目标,增强重大涉外活动服务保障能力,接待外国友好组织和团体、民间友好人士来访,,≥,9,次,,年度,接待外国友好组织和团体、民间友好人士来访不少于9次,,,reception cases completed: count of groups,recv.groups,auto,
石家庄市人民政府外事办公室,,D二,（部门整体）,2,部门分项目标,增强重大涉外活动服务保障能力,组织我市友好经济代表团出访,,≥,6,次,,年度,组织我市友好经济代表团出访不少于6次,,,outbound cases completed by the office's own delegations: count of delegations,out.own_groups,auto,
石家庄市人民政府外事办公室,13010024P00971210054H,1,办公设备购置,1,产出指标,数量指标,办公设备购置数量,实际采购的办公设备数量,≥,8,台,,年度,≥8台,工作计划,,procurement register: items delivered,proc.items,auto,
石家庄市人民政府外事办公室,13010024P00971210054H,1,办公设备购置,2,产出指标,质量指标,设备验收合格率/达标率,采购设备验收合格率,≥,95,%,,年度,≥95%,工作计划,,goods acceptance: passed ÷ delivered,proc.quality,auto,
石家庄市人民政府外事办公室,13010024P00971210054H,1,办公设备购置,3,产出指标,时效指标,及时性,单位工作及时完成率,≥,100,%,,年度,≥100%,工作计划,,work-plan and task register: tasks finished on time ÷ tasks due,sla.task,auto,
石家庄市人民政府外事办公室,13010024P00971210054H,1,办公设备购置,4,产出指标,成本指标,预算控制数,预算控制数,≤,10.7,万元,,年度,≤10.7万元,预算文本,,expenditure ledger: project total against the ceiling,ledger.total,auto,
石家庄市人民政府外事办公室,13010024P00971210054H,1,办公设备购置,5,效益指标,社会效益指标,办公设备正常运行,办公设备(或软件)运行的满意度,≥,95,%,,年度,≥95%,工作计划,,"survey: users of the systems, equipment, prints or services",survey.users,survey,
石家庄市人民政府外事办公室,13010024P00971210054H,1,办公设备购置,6,满意度指标,服务对象满意度指标,设备使用人员满意度,设备使用人员满…使用人数的比率,≥,95,%,,年度,≥95%,满意度调查,,"survey: users of the systems, equipment, prints or services",survey.users,survey,扫描件截断
石家庄市人民政府外事办公室,13010024P00971110072C,2,党组织活动经费,1,产出指标,时效指标,完成主题教育活动的时效性,按时、按要求完成主题教育相关工作,qualitative,,,,年度,按要求完成任务,年度工作安排,,"party-building register: activities held, attendance ÷ members",party.activity,auto,
石家庄市人民政府外事办公室,13010024P00971110072C,2,党组织活动经费,2,产出指标,数量指标,党支部开展活动覆盖面,实际参加党组织活动人数占应参加人员的比例,=,100,%,,年度,100%,年度工作安排,,"party-building register: activities held, attendance ÷ members",party.activity,auto,原文为裸数值
石家庄市人民政府外事办公室,13010024P00971110072C,2,党组织活动经费,3,产出指标,质量指标,按要求开展党员教育实践活动,完成党员教育实践活动,≥,98,%,,年度,≥98%,年度工作安排,,"party-building register: activities held, attendance ÷ members",party.activity,auto,
石家庄市人民政府外事办公室,13010024P00971110072C,2,党组织活动经费,4,产出指标,成本指标,完成工作需要的资金,完成党建工作的专项资金保障,≤,4.14,万元,,年度,≤4.14万元,预算文本,,expenditure ledger: project total against the ceiling,ledger.total,auto,扫描件此行单元格互串，按文义复原
石家庄市人民政府外事办公室,13010024P00971110072C,2,党组织活动经费,5,效益指标,社会效益指标,开展持续党组组各项活动,不断提升党员服务、宗旨意识,qualitative,,,,年度,不断提升党员服务、宗旨意识,年度工作安排,trend,manual evidence,manual,manual,名称照扫描件；疑为“持续开展党组织各项活动”
石家庄市人民政府外事办公室,13010024P00971110072C,2,党组织活动经费,6,满意度指标,服务对象满意度指标,党员满意度,党员对党组织活动的满意度,≥,95,%,,年度,≥95%,调查问卷,,survey: party members,survey.party,survey,
石家庄市人民政府外事办公室,13010024P00993510034Q,3,文件资料印刷费,1,产出指标,数量指标,印刷工作的完成率,相关处室开展工作需印制文件完成率,≥,100,%,,年度,≥100%,文件要求 领导指示 历年经验,,print-order register: copies or orders delivered ÷ ordered,print.orders,auto,
石家庄市人民政府外事办公室,13010024P00993510034Q,3,文件资料印刷费,2,产出指标,成本指标,印刷成本,印刷费用支出均控制在预算范围内,≤,7.54,万元,,年度,≤7.54万元,文件要求 领导指示 历年经验,,expenditure ledger: project total against the ceiling,ledger.total,auto,
石家庄市人民政府外事办公室,13010024P00993510034Q,3,文件资料印刷费,3,产出指标,质量指标,文件资料印刷质量,文件资料印刷质量是否合格,qualitative,,,,年度,保质保量完成印刷,文件要求 领导指示 历年经验,,print-order register: acceptance result and error count,print.quality,semi,
石家庄市人民政府外事办公室,13010024P00993510034Q,3,文件资料印刷费,4,产出指标,时效指标,文件资料印刷的及时性,文件资料印刷是否存在拖延,qualitative,,,,年度,按照要求时限完成,文件要求 领导指示 历年经验,,print-order register: delivered in time ÷ ordered,print.ontime,auto,
石家庄市人民政府外事办公室,13010024P00993510034Q,3,文件资料印刷费,5,效益指标,社会效益指标,文件印刷对正常工作开展的影响,文件资料印刷是否能保障正常工作,≥,80,%,,年度,手册对工作的指导帮助贡献不低于80%,文件要求 领导指示 历年经验,,"survey: users of the systems, equipment, prints or services",survey.users,survey,
石家庄市人民政府外事办公室,13010024P00993510034Q,3,文件资料印刷费,6,满意度指标,服务对象满意度指标,文件资料印刷满意度,文件资料印刷满意度,≥,90,%,,年度,≥90%,文件要求 领导指示 历年经验,,"survey: users of the systems, equipment, prints or services",survey.users,survey,
石家庄市人民政府外事办公室,13010024P000075100212,4,业务培训费,1,产出指标,时效指标,按时完成培训,确保培训按时有序开展,qualitative,,,,年度,按时完成交办事项,工作安排 领导指示 历年经验,,training plan: sessions held on schedule ÷ planned,train.ontime,auto,
石家庄市人民政府外事办公室,13010024P000075100212,4,业务培训费,2,产出指标,数量指标,培训参加人(次),参加培训的人次,≥,450,人,,年度,≥450人,工作安排 领导指示 历年经验,,training attendance: persons signed in,train.attendance,auto,
石家庄市人民政府外事办公室,13010024P000075100212,4,业务培训费,3,产出指标,成本指标,人均培训成本,"各项工作费用支出均控制在预算范围内,且不超过国家相关标准",≤,100,元/人,,年度,人均费用不超过100元,工作安排 领导指示 历年经验,,expenditure ledger (training) ÷ training attendance,train.cost,semi,
石家庄市人民政府外事办公室,13010024P000075100212,4,业务培训费,4,产出指标,质量指标,培训覆盖率(%),培训对象数量占应覆盖对象数量,≥,75,%,,年度,≥75%,工作安排 领导指示 历年经验,,training attendance: distinct trainees ÷ persons who should be covered,train.coverage,auto,
石家庄市人民政府外事办公室,13010024P000075100212,4,业务培训费,5,效益指标,社会效益指标,培训效果,"提升全市外事干部对因公临时出国政策的了解和掌握,提高我市企业走出去安全风险的防范意识和防范能力",=,100,%,,年度,让参加培训人员100%有所收获,工作安排 领导指示 历年经验,,survey: trainees,survey.trainees,survey,原文为裸数值
石家庄市人民政府外事办公室,13010024P000075100212,4,业务培训费,6,效益指标,可持续影响指标,培训效果,"提升全市外事干部对因公临时出国政策的了解和掌握,提高我市企业走出去安全风险的防范意识和防范能力",=,100,%,,年度,让参加培训人员100%有所收获,工作安排 领导指示 历年经验,,survey: trainees,survey.trainees,survey,原文为裸数值
石家庄市人民政府外事办公室,13010024P000075100212,4,业务培训费,7,满意度指标,服务对象满意度指标,受训学员满意度,调查中满意的受训人员比率,≥,90,%,,年度,≥90%,满意度调查,,survey: trainees,survey.trainees,survey,
石家庄市人民政府外事办公室,13010024P0060X210031B,5,业务咨询委托,1,产出指标,数量指标,预算费用支出情况,支出比例,≤,17.31,万元,,年度,≤17.31万元,工作安排 领导指示 历年经验,,expenditure ledger: project total against the ceiling,ledger.total,auto,
石家庄市人民政府外事办公室,13010024P0060X210031B,5,业务咨询委托,2,产出指标,质量指标,购买服务满意度,购买专业翻译公…译服务、交传和…,=,100,%,,年度,100%受理,工作安排 领导指示 历年经验,,"service orders (translation, legal): accepted ÷ requested",proc.services,auto,原文为裸数值；扫描件截断
石家庄市人民政府外事办公室,13010024P0060X210031B,5,业务咨询委托,3,产出指标,时效指标,按要求时限完成,按时文件要求时…务对象反映问题…事项,=,100,%,,年度,100%回应,工作安排 领导指示 历年经验,,consular and foreign-related case register: matters answered within the limit ÷ raised,consular.answered,auto,原文为裸数值；扫描件截断
石家庄市人民政府外事办公室,13010024P0060X210031B,5,业务咨询委托,4,产出指标,成本指标,聘请翻译成,聘请翻译费用支出控制在预算范围内,qualitative,,,,年度,"按照规定执行,不超国家标准",工作安排 领导指示 历年经验,standard,expenditure lines checked against the applicable standard table,ledger.standard,semi,名称照扫描件；疑为“聘请翻译成本”
石家庄市人民政府外事办公室,13010024P0060X210031B,5,业务咨询委托,5,效益指标,可持续影响指标,不发生不良影响,"认真处置每一起涉外案(事)件和涉外婚姻问题,既依法依规又考虑全面,力争不发生不良影响",≥,80,%,,年度,满意度达到80%以上,历年经验,,survey: persons and organisations served,survey.service,survey,
石家庄市人民政府外事办公室,13010024P0060X210031B,5,业务咨询委托,6,效益指标,社会效益指标,购买服务效果,"增进与其他国家间的了解,促进交流合作",qualitative,,,,年度,"宣传石家庄,扩大石家庄的影响力,提高我知名度",工作安排 领导指示 历年经验,trend,manual evidence,manual,manual,描述在扫描件中并入上一行，按文义移回
石家庄市人民政府外事办公室,13010024P0060X210031B,5,业务咨询委托,7,效益指标,经济效益指标,购买服务满意度,购买翻译服务满意度,≥,80,%,,年度,≥80%,工作安排 领导指示 历年经验,,"survey: users of the systems, equipment, prints or services",survey.users,survey,
石家庄市人民政府外事办公室,13010024P0060X210031B,5,业务咨询委托,8,满意度指标,服务对象满意度指标,让服务对象认可并满意,"依法依规处置每…(事)件和涉外婚姻问题,力争让每一位服…",≥,90,%,,年度,≥90%,满意度调查,,survey: persons and organisations served,survey.service,survey,扫描件截断
石家庄市人民政府外事办公室,13010024P00667710010U,6,专项邮电费,1,产出指标,质量指标,确保邮寄质量,确保各项邮寄工件规范正常开展,qualitative,,,,年度,按时快速送达,工作安排 领导指示 历年经验,,"outgoing mail register (sister cities): mailings, dispatch and delivery dates",sister.mail,auto,
石家庄市人民政府外事办公室,13010024P00667710010U,6,专项邮电费,2,产出指标,数量指标,完成数量,寄送纸质材料、贺卡、市情资料等工作,≥,5,次,,年度,≥5次,工作安排 领导指示 历年经验,,"outgoing mail register (sister cities): mailings, dispatch and delivery dates",sister.mail,auto,
石家庄市人民政府外事办公室,13010024P00667710010U,6,专项邮电费,3,产出指标,时效指标,邮寄文件资料时效性,确保邮寄文件资料是否存在拖延,qualitative,,,,年度,按时完成,工作安排 领导指示 历年经验,,"outgoing mail register (sister cities): mailings, dispatch and delivery dates",sister.mail,auto,
石家庄市人民政府外事办公室,13010024P00667710010U,6,专项邮电费,4,产出指标,成本指标,把控邮寄费用,把控邮寄费用按规定使用,≤,0.7,万元,,年度,≤0.7万元,工作安排 领导指示 历年经验,,expenditure ledger: project total against the ceiling,ledger.total,auto,
石家庄市人民政府外事办公室,13010024P00667710010U,6,专项邮电费,5,效益指标,社会效益指标,"与国外友好城市加强联络,加深感情","为进一步加深国外对我市的了解,提高我市在外知名度,努力推动双方在各领域的交流",qualitative,,,,年度,保障工作正常开展,历年经验,,manual evidence,manual,manual,
石家庄市人民政府外事办公室,13010024P00667710010U,6,专项邮电费,6,满意度指标,服务对象满意度指标,保持联络,"保持联系,增进…后的合作奠定基…",≥,90,%,,年度,≥90%,满意度调查,,survey: partner cities,survey.partners,survey,扫描件截断
石家庄市人民政府外事办公室,13010024P006476100022,7,外事活动经费,1,产出指标,时效指标,及时性,按照年度计划开展各项活动及时率,≥,95,%,,年度,≥95%,文件要求 领导指示 历年经验,,work-plan and task register: tasks finished on time ÷ tasks due,sla.task,auto,
石家庄市人民政府外事办公室,13010024P006476100022,7,外事活动经费,2,产出指标,成本指标,资金成本,"按照年初预算计划执行,不超预算",≤,76.79,万元,,年度,≤76.79万元,文件要求 领导指示 历年经验,,expenditure ledger: project total against the ceiling,ledger.total,auto,
石家庄市人民政府外事办公室,13010024P006476100022,7,外事活动经费,3,产出指标,数量指标,交流合作批次,接待外国友好组织和团体、民间友好人士来访(人)次,≥,9,批(次),,年度,≥9批(次),文件要求 领导指示 历年经验,,reception cases completed: count of groups,recv.groups,auto,
石家庄市人民政府外事办公室,13010024P006476100022,7,外事活动经费,4,产出指标,数量指标,组团出访批次,组织我市友好代表团出访批次,≥,6,批(次),,年度,≥6批(次),文件要求 领导指示 历年经验,,outbound cases completed by the office's own delegations: count of delegations,out.own_groups,auto,
石家庄市人民政府外事办公室,13010024P006476100022,7,外事活动经费,5,产出指标,质量指标,合格率,"对标年度目标,组织开展各项活动合格率",≥,96,%,,年度,≥96%,文件要求 领导指示 历年经验,,event register: events passing the review ÷ events held,events.quality,semi,
石家庄市人民政府外事办公室,13010024P006476100022,7,外事活动经费,6,效益指标,社会效益指标,提升能力,"提升服务能力,得到来访团组和出访人员好评率",≥,90,%,,年度,≥90%,文件要求 领导指示 历年经验,,survey: visitors received and members of outbound delegations,survey.visitors+delegates,survey,
石家庄市人民政府外事办公室,13010024P006476100022,7,外事活动经费,7,满意度指标,服务对象满意度指标,满意度,团组人员满意度,≥,90,%,,年度,≥90%,文件要求 领导指示 历年经验,,survey: members of outbound delegations,survey.delegates,survey,
石家庄市人民政府外事办公室,13010024P00935410003U,8,对外交流活动经费,1,产出指标,数量指标,团组出访人次,组织友好代表团赴美开展文化宣传周活动,≥,80,人次,,年度,≥80人次,年度计划,,outbound cases completed by the office's own delegations: sum of travellers,out.own_travellers,auto,
石家庄市人民政府外事办公室,13010024P00935410003U,8,对外交流活动经费,2,产出指标,数量指标,接待来访团组批次,接待美国青少年代表团来石访问,≥,200,人次,,年度,≥200人次,年度计划,,reception cases completed: sum of visitors,recv.persons,auto,名称为“批次”，目标值单位为“人次”
石家庄市人民政府外事办公室,13010024P00935410003U,8,对外交流活动经费,3,产出指标,质量指标,深化友城交流合作,制作中美友谊传承图册,qualitative,,,,年度,"弘扬中美传统友谊,深化交流合作",年度计划,trend,manual evidence,manual,manual,
石家庄市人民政府外事办公室,13010024P00935410003U,8,对外交流活动经费,4,产出指标,时效指标,及时完成交流活动,按照年度工作安…各项交流合作活…,≤,,date,2024-12-31,年度,12月底前,年度计划,,work-plan and task register: tasks finished on time ÷ tasks due,sla.task,auto,扫描件截断
石家庄市人民政府外事办公室,13010024P00935410003U,8,对外交流活动经费,5,产出指标,成本指标,对美交流活动经费金额,对美交流活动经费金额,≤,1000,万元,,年度,≤1000万元,年度计划,,expenditure ledger: project total against the ceiling,ledger.total,auto,
石家庄市人民政府外事办公室,13010024P00935410003U,8,对外交流活动经费,6,效益指标,社会效益指标,打造民间友好品牌项目,"通过举办专题展览,传承好中美传统友谊",qualitative,,,,年度,弘扬中美传统友谊,年度计划,,manual evidence,manual,manual,
石家庄市人民政府外事办公室,13010024P00935410003U,8,对外交流活动经费,7,满意度指标,服务对象满意度指标,满意度,外事服务群众满意度,≥,90,%,,年度,≥90%,调查了解,,survey: members of the public,survey.public,survey,`;
